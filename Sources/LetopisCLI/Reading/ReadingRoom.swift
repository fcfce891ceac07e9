internal import LetopisArchive

/// Readers that are processes of their own: a document that makes one trap, or stall, ends that process and nothing else.
///
/// Documents are handed to idle readers one at a time; answers come in any order. Readers are started with the first document, and ended with
/// this. Not to be shared between tasks.
final class ReadingRoom {
    /// What became of a document.
    enum Result {
        /// Read: its articles.
        case read([Reading])
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
    private let clock = ContinuousClock()

    init(_ terms: Terms) {
        self.terms = terms
        ChildProcess.ignoreBrokenPipes()
    }

    /// Reads every document that `next` gives, until it gives none, and hands each to `done` with what became of it.
    func read<ID>(next: () throws -> (ID, Retrieval)?, done: (ID, Result) throws -> Void) throws {
        var atWork: [Int: ID] = [:], isOver = false
        while true {
            while !isOver, atWork.count < terms.readers {
                guard let (id, retrieval) = try next() else {
                    isOver = true
                    break
                }
                atWork[try begin(retrieval)] = id
            }
            guard !atWork.isEmpty else { return }
            // Those that are done get the next document before their answers are filed: filing takes a while.
            var answers: [(ID, Result)] = []
            for desk in ready(atWork.keys.sorted()) {
                guard let result = try desks[desk].result(terms, now: clock.now), let id = atWork.removeValue(forKey: desk) else {
                    continue
                }
                answers.append((id, result))
            }
            for desk in desks.indices where atWork[desk] == nil && !isOver && !answers.isEmpty {
                guard let (id, retrieval) = try next() else {
                    isOver = true
                    break
                }
                try desks[desk].begin(retrieval, terms, clock.now)
                atWork[desk] = id
            }
            for (id, result) in answers { try done(id, result) }
        }
    }

    /// Gives a document to a reader that has none, which is started where all that there are have one.
    private func begin(_ retrieval: Retrieval) throws -> Int {
        let free = desks.firstIndex { !$0.isBusy }
        if free == nil { desks.append(ReaderDesk()) }
        let desk = free ?? desks.count - 1
        try desks[desk].begin(retrieval, terms, clock.now)
        return desk
    }

    /// Waits until something has come from one of these readers, or one of them has taken too long.
    private func ready(_ busy: [Int]) -> [Int] {
        let now = clock.now
        let patience = busy.map { now.duration(to: desks[$0].deadline) / .milliseconds(1) }.min() ?? 0
        let milliseconds = Int(min(max(0, patience), 600_000)) + 10
        let readable = Descriptor.readable(busy.map { desks[$0].output }, within: milliseconds).map { busy[$0] }
        return readable + busy.filter { !readable.contains($0) && desks[$0].deadline <= clock.now }
    }
}

/// One reader's place: its process, and what has come from it.
struct ReaderDesk {
    private var process: ChildProcess?
    private var received: [UInt8] = []
    private(set) var deadline = ContinuousClock.now
    private(set) var isBusy = false

    /// Where its answers come from.
    var output: Descriptor { process?.output ?? Descriptor(number: -1) }

    /// Hands it a document. Starts a process where there is none; where that cannot even load the models, throws.
    mutating func begin(_ retrieval: Retrieval, _ terms: ReadingRoom.Terms, _ now: ContinuousClock.Instant) throws {
        let process = try self.process ?? started(terms)
        self.process = process
        isBusy = true
        deadline = ContinuousClock.now.advanced(by: .seconds(terms.seconds))
        // Where the process is gone or takes nothing more, the end of its answer or its deadline says so.
        _ = process.input.offer(Frame(retrieval).bytes, within: terms.seconds)
    }

    /// What became of the document; nil where more is to come.
    mutating func result(_ terms: ReadingRoom.Terms, now: ContinuousClock.Instant) throws -> ReadingRoom.Result? {
        guard let process else { return nil }
        if deadline <= now { return ended(process, "reading took longer than \(terms.seconds) seconds") }
        let bytes = (try? process.output.read(atMost: 1 << 18)) ?? []
        guard !bytes.isEmpty else { return ended(process, nil) }
        received += bytes
        guard let frame = try Frame.take(from: &received) else { return nil }
        isBusy = false
        switch Answer(frame) {
        case .read(let articles):
            do { return .read(try articles.map { try Reading($0, reader: terms.reader) }) } catch {
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
        isBusy = false
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
