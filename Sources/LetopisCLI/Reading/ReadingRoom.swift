internal import LetopisArchive

/// Readers that are processes of their own: a document that makes one trap, or stall, ends that process and nothing else.
///
/// Documents are handed to readers that have none, and a few small ones to those that have, so that nobody waits for the one who files; answers come
/// in any order. Readers are started with the first document, and ended with this. Not to be shared between tasks.
final class ReadingRoom {
    /// What became of a document.
    enum Result {
        /// Read: its articles.
        case read([PreparedReading])
        /// Not read, and why.
        case refused(String)
    }

    /// How readers are started, how many there are, and how long one may take for a document.
    struct Terms {
        var arguments: [String]
        var readers: Int
        var seconds: Int
        /// What the readings are signed with.
        var reader: String
    }

    private let terms: Terms
    private var desks: [ReaderDesk] = []

    init(_ terms: Terms) {
        self.terms = terms
        ChildProcess.ignoreBrokenPipes()
    }

    /// Reads every document that `next` gives, until it gives none, and hands each to `done` with what became of it.
    func read<ID>(next: () throws -> (ID, Retrieval)?, done: (ID, Result) throws -> Void) throws {
        var given: [[(ID, Retrieval)]] = [], left: [(ID, Retrieval)] = [], isOver = false
        /// Hands documents out as long as somebody takes them; those first that a reader had that is gone.
        func handOut() throws {
            while true {
                if left.isEmpty, !isOver {
                    left = [try next()].compactMap { $0 }
                    isOver = left.isEmpty
                }
                guard let document = left.last, let desk = desk(for: document.1) else { return }
                left.removeLast()
                if desk == given.count { given.append([]) }
                given[desk].append(document)
                try desks[desk].begin(document.1, terms)
            }
        }
        while true {
            try handOut()
            guard given.contains(where: { !$0.isEmpty }) else { return }
            var answers: [(ID, Result)] = []
            for desk in ready() {
                for result in try desks[desk].results(terms) where !given[desk].isEmpty { answers.append((given[desk].removeFirst().0, result)) }
                guard !desks[desk].isBusy else { continue }
                left += given[desk].reversed()
                given[desk] = []
            }
            // Those that are done get the next documents before their answers are filed: filing takes a while.
            try handOut()
            for (id, result) in answers { try done(id, result) }
        }
    }

    /// Who takes a document: a reader that has none, which is started where all that there are have one; then who has least.
    private func desk(for retrieval: Retrieval) -> Int? {
        if let free = desks.firstIndex(where: { !$0.isBusy }) { return free }
        if desks.count < terms.readers {
            desks.append(ReaderDesk())
            return desks.count - 1
        }
        return desks.indices.filter { desks[$0].takes(retrieval) }.min { desks[$0].count < desks[$1].count }
    }

    /// Waits until something has come from a reader that has documents, or one of them has taken too long.
    private func ready() -> [Int] {
        let busy = desks.indices.filter { desks[$0].isBusy }, now = ContinuousClock.now
        let patience = busy.map { now.duration(to: desks[$0].deadline) / .milliseconds(1) }.min() ?? 0
        let milliseconds = Int(min(max(0, patience), 600_000)) + 10
        let readable = Descriptor.readable(busy.map { desks[$0].output }, within: milliseconds).map { busy[$0] }
        return readable + busy.filter { !readable.contains($0) && desks[$0].deadline <= .now }
    }
}

/// One reader's place: its process, and what has come from it.
struct ReaderDesk {
    private var process: ChildProcess?
    private var received: [UInt8] = []
    /// How long each document is that it has and has not answered, the one that it reads first.
    private var sizes: [Int] = []
    private(set) var deadline = ContinuousClock.now

    /// How many documents a reader has at once, and how many bytes of them. So much lies in the pipe to it, whatever it does: whoever hands
    /// them over never waits for it.
    private static let most = 8, mostBytes = 1 << 15

    /// Where its answers come from.
    var output: Descriptor { process?.output ?? Descriptor(number: -1) }
    /// Whether it has a document.
    var isBusy: Bool { !sizes.isEmpty }
    /// How many it has.
    var count: Int { sizes.count }

    /// Whether it may have this document besides those that it has.
    func takes(_ retrieval: Retrieval) -> Bool {
        sizes.count < Self.most && sizes.dropFirst().reduce(Frame(retrieval).bytes.count, +) <= Self.mostBytes
    }

    /// Hands it a document. Starts a process where there is none; where that cannot even load the models, throws.
    mutating func begin(_ retrieval: Retrieval, _ terms: ReadingRoom.Terms) throws {
        let process = try self.process ?? started(terms), bytes = Frame(retrieval).bytes
        self.process = process
        if sizes.isEmpty { deadline = ContinuousClock.now.advanced(by: .seconds(terms.seconds)) }
        sizes.append(bytes.count)
        // Where the process is gone or takes nothing more, the end of its answer or its deadline says so.
        _ = process.input.offer(bytes, within: terms.seconds)
    }

    /// What became of the documents that it has, in their order, as far as that is known. Where the process is gone, the first of them is the one
    /// that ended it, and it has the others no longer.
    mutating func results(_ terms: ReadingRoom.Terms) throws -> [ReadingRoom.Result] {
        guard let process else { return [] }
        let hasAnswered = !Descriptor.readable([process.output], within: 0).isEmpty
        if deadline <= .now, !hasAnswered { return [ended(process, "reading took longer than \(terms.seconds) seconds")] }
        let bytes = (try? process.output.read(atMost: 1 << 18)) ?? []
        guard !bytes.isEmpty else { return [ended(process, nil)] }
        received += bytes
        var results: [ReadingRoom.Result] = []
        while !sizes.isEmpty, let frame = try Frame.take(from: &received) {
            sizes.removeFirst()
            deadline = ContinuousClock.now.advanced(by: .seconds(terms.seconds))
            results.append(Self.result(of: frame))
        }
        return results
    }

    private static func result(of frame: Frame) -> ReadingRoom.Result {
        switch Answer(frame) {
        case .read(let articles):
            do { return .read(try articles.map { try PreparedReading(fields: $0) }) } catch {
                return .refused("its record cannot be kept: \(error)")
            }
        case .refused(let reason): return .refused(reason)
        case .ready, nil: return .refused("the reader gave no answer")
        }
    }

    private mutating func ended(_ process: ChildProcess, _ reason: String?) -> ReadingRoom.Result {
        let ending = process.end()
        self.process = nil
        received = []
        sizes = []
        switch ending {
        case _ where reason != nil: return .refused(reason ?? "")
        case .killed(let signal): return .refused("the reader was ended by signal \(signal)")
        case .exited(let status): return .refused("the reader ended with status \(status)")
        }
    }

    /// A process that has loaded its models.
    private func started(_ terms: ReadingRoom.Terms) throws -> ChildProcess {
        let process: ChildProcess
        do { process = try ChildProcess(arguments: terms.arguments) } catch {
            throw CommandError.setUp("A reader cannot be started: \(error).")
        }
        var received: [UInt8] = []
        while try Frame.take(from: &received) == nil {
            let bytes = (try? process.output.read(atMost: 64)) ?? []
            guard !bytes.isEmpty else {
                _ = process.end()
                throw CommandError.setUp("A reader could not load what it needs.")
            }
            received += bytes
        }
        return process
    }
}
