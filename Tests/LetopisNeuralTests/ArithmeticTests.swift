import Testing

@testable import LetopisNeural

@Suite struct ArithmeticTests {
    @Test(arguments: [16, 17, 753, 8, 1]) func theGreatestSumIsFound(width: Int) {
        var draws = Draws(seed: UInt64(width))
        for _ in 0..<20 {
            let row = draws.floats(width), bias = draws.floats(width)
            let sums = zip(row, bias).map(+)
            let found = unsafe row.withUnsafeBufferPointer { row in
                unsafe bias.withUnsafeBufferPointer { bias in
                    unsafe Activation.argmax(row.baseAddress.unsafelyUnwrapped, bias: bias.baseAddress.unsafelyUnwrapped, width: width)
                }
            }
            #expect(found == sums.firstIndex(of: sums.max() ?? 0))
        }
    }

    /// Of equal numbers the first, in whichever lane it lies.
    @Test func ofEqualsTheFirst() {
        let row = [Float](repeating: 0, count: 20) + [Float](repeating: 3, count: 30), bias = [Float](repeating: 0, count: 50)
        let found = unsafe row.withUnsafeBufferPointer { row in
            unsafe bias.withUnsafeBufferPointer { bias in
                unsafe Activation.argmax(row.baseAddress.unsafelyUnwrapped, bias: bias.baseAddress.unsafelyUnwrapped, width: 50)
            }
        }
        #expect(found == 20)
    }

    /// Against every sequence of tags there is.
    @Test(arguments: 1...5) func viterbiFindsTheLikeliestTags(words: Int) {
        let tags = 3
        var draws = Draws(seed: UInt64(words) + 40)
        let sequences = (0..<words).reduce([[Int]]([[]])) { all, _ in all.flatMap { start in (0..<tags).map { start + [$0] } } }
        for _ in 0..<30 {
            let transitions = draws.floats(tags * tags), emissions = (0..<words).map { _ in draws.floats(tags) }
            func score(_ sequence: [Int]) -> Float {
                let emitted = zip(emissions, sequence).reduce(Float(0)) { $0 + $1.0[$1.1] }
                return zip(sequence, sequence.dropFirst()).reduce(emitted) { $0 + transitions[$1.0 * tags + $1.1] }
            }
            var search = Viterbi()
            search.begin()
            for emission in emissions {
                unsafe emission.withUnsafeBufferPointer { emission in
                    unsafe transitions.withUnsafeBufferPointer { transitions in
                        unsafe search.advance(
                            emission.baseAddress.unsafelyUnwrapped, transitions: transitions.baseAddress.unsafelyUnwrapped, tags: tags)
                    }
                }
            }
            var found: [UInt8] = []
            search.decode(into: &found)
            #expect(abs(score(found.map(Int.init)) - (sequences.map(score).max() ?? 0)) < 1e-3)
        }
    }

    @Test func viterbiOfNothingIsNothing() {
        var search = Viterbi(), found: [UInt8] = []
        search.begin()
        search.decode(into: &found)
        #expect(found.isEmpty)
    }

    /// A slot keeps its word for the batch in which it was given, and a word that is kept is found again.
    @Test func theCacheKeepsABatchAndMakesRoom() {
        var cache = ContributionCache(rowWidth: 16)
        let many = UInt32(ContributionCache.capacity)
        for batch in 0..<UInt32(5) {
            cache.beginBatch()
            var given: [UInt32: Int] = [:]
            for word in 0..<many {
                let key = batch * 1000 + word
                given[key] = cache.slot(for: key).slot
            }
            #expect(Set(given.values).count == Int(many), "two words in one slot")
            #expect(given.allSatisfy { key, slot in cache.slot(for: key) == (slot, true) })
        }
    }
}
