import Foundation
import Testing

/// The boundaries of whole texts, read and approved. `LETOPIS_RECORD=1` writes them anew, and fails that run.
@Suite struct SegmentationGoldenTests {
    static let names = [
        "abbreviations", "bullets", "dashes", "dates", "ellipses", "initials", "layout", "links", "numbers", "quotations", "ukrainian",
    ]

    @Test(arguments: names) func golden(_ name: String) throws {
        let text = try String(contentsOf: Segmentation.goldens.appending(path: name + ".txt"), encoding: .utf8)
        try check(name, Segmentation.parts(text, try Segmentation.segmenter()).notation)
    }

    private func check(_ name: String, _ notation: String) throws {
        let file = Segmentation.goldens.appending(path: name + ".bars")
        guard ProcessInfo.processInfo.environment["LETOPIS_RECORD"] == "1" else {
            #expect(notation == (try String(contentsOf: file, encoding: .utf8)))
            return
        }
        try Data(notation.utf8).write(to: file)
        Issue.record("recorded \(file.lastPathComponent): read it, and run again without LETOPIS_RECORD")
    }

    @Test func everyTextHasItsGolden() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Segmentation.goldens.path)
        #expect(files.filter { $0.hasSuffix(".txt") }.sorted() == Self.names.map { $0 + ".txt" })
    }
}
