@testable import Letopis
import Testing

struct ArcsTests {
    /// The drawing of a sentence whose words have these heads, counted from 0; -1 is the root.
    private func check(_ heads: [Int], _ drawing: String) {
        #expect(Arcs(heads: heads).rows.joined(separator: "\n") == drawing)
    }

    @Test func arcsAreDrawnFromHeadToDependent() {
        check([1, -1, 1], "  ┌─► \n┌─┴── \n└───► ")
        check([-1], "")
        check([1, 2, -1], "  ┌─► \n┌─┴─► \n└──── ")
        check([2, 0, -1], "┌─┬─► \n│ └─► \n└──── ")
    }

    @Test func whatNoOneCouldReadIsNotDrawn() {
        check([], "")
        check([Int](repeating: 0, count: Arcs.mostWords + 1), "")
        check([-1] + [Int](repeating: 0, count: Arcs.mostColumns + 1), "")
        check([7, -5, 2], "\n\n")
    }
}
