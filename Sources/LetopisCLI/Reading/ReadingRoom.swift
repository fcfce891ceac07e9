internal import LetopisArchive

/// Readers that are processes of their own: a document that makes one trap, or stall, ends that process and nothing else.
///
/// Short documents are handed over several at a time, since they are read faster together, and readers have the next ones before they are done with
/// the last; answers come in any order. Where a reader ends that had several, each is read once more alone, so that only the one goes that
/// ends its reader then, too. Readers are started with the first document, and ended with this. Not to be shared between tasks.
final class ReadingRoom {
    /// What became of a document.
    enum Result {
        /// Read: its article.
        case read(PreparedReading)
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

    /// How many documents are read together, and how many bytes of them.
    static let mostTogether = 16, mostBytes = 1 << 16

    init(_ terms: Terms) {
        self.terms = terms
        ChildProcess.ignoreBrokenPipes()
    }

    /// Reads every document that `next` gives, until it gives none, and hands each to `done` with what became of it.
    func read<ID>(next: () throws -> (ID, Retrieval)?, done: (ID, Result) throws -> Void) throws {
        var ahead = Parcels<ID>(readers: terms.readers), given: [[[(ID, Retrieval)]]] = []
        /// Hands documents out as long as somebody takes them.
        func handOut() throws {
            while let parcel = try ahead.first(next), let desk = desk(for: parcel.map(\.1)) {
                ahead.removeFirst()
                if desk == given.count { given.append([]) }
                given[desk].append(parcel)
                try desks[desk].begin(parcel.map(\.1), terms)
            }
        }
        while true {
            try handOut()
            guard given.contains(where: { !$0.isEmpty }) else { return }
            var answers: [(ID, Result)] = []
            for desk in ready() {
                for result in try desks[desk].results(terms) {
                    answers.append((given[desk][0].removeFirst().0, result))
                    if given[desk][0].isEmpty { given[desk].removeFirst() }
                }
                guard !desks[desk].isBusy else { continue }
                ahead.giveBack(given[desk])
                given[desk] = []
            }
            // Those that are done get the next documents before their answers are filed: filing takes a while.
            try handOut()
            for (id, result) in answers { try done(id, result) }
        }
    }

    /// Who takes documents: a reader that has none, which is started where all that there are have some; then who has least.
    private func desk(for parcel: [Retrieval]) -> Int? {
        if let free = desks.firstIndex(where: { !$0.isBusy }) { return free }
        if desks.count < terms.readers {
            desks.append(ReaderDesk())
            return desks.count - 1
        }
        return desks.indices.filter { desks[$0].takes(parcel) }.min { desks[$0].count < desks[$1].count }
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

/// Documents that are to be read, a parcel for each time that a reader is handed some.
private struct Parcels<ID> {
    private let readers: Int
    /// What readers had that are gone: each parcel comes before all others.
    private var returned: [[(ID, Retrieval)]] = []
    private var documents: [(ID, Retrieval)] = []
    private var isOver = false
    private var parcel: [(ID, Retrieval)] = []

    init(readers: Int) { self.readers = readers }

    /// The next parcel; nil where nothing is left. As many documents as there are for each reader, where they are few.
    mutating func first(_ next: () throws -> (ID, Retrieval)?) throws -> [(ID, Retrieval)]? {
        if let last = returned.last { return last }
        guard parcel.isEmpty else { return parcel }
        while !isOver, documents.count < ReadingRoom.mostTogether * readers {
            if let document = try next() { documents.append(document) } else { isOver = true }
        }
        let most = max(1, min(ReadingRoom.mostTogether, documents.count / max(1, readers)))
        var bytes = 0
        for document in documents.prefix(most) {
            bytes += document.1.bytes.count
            if !parcel.isEmpty, bytes > ReadingRoom.mostBytes { break }
            parcel.append(document)
        }
        documents.removeFirst(parcel.count)
        return parcel.isEmpty ? nil : parcel
    }

    /// Takes the parcel away that is the next.
    mutating func removeFirst() { if returned.popLast() == nil { parcel = [] } }

    /// What a reader had when it ended, the parcel that it was reading first: of that each document is a parcel now.
    mutating func giveBack(_ parcels: [[(ID, Retrieval)]]) {
        guard let first = parcels.first else { return }
        returned += parcels.dropFirst().reversed() + first.reversed().map { [$0] }
    }
}

/// One reader's place: its process, and what has come from it.
struct ReaderDesk {
    private var process: ChildProcess?
    private var received: [UInt8] = []
    /// How many documents each parcel has, that it reads first before the others; how many of them are not answered; how long it is.
    private var parcels: [(count: Int, left: Int, bytes: Int)] = []
    private(set) var deadline = ContinuousClock.now

    /// Where its answers come from.
    var output: Descriptor { process?.output ?? Descriptor(number: -1) }
    /// Whether it has documents.
    var isBusy: Bool { !parcels.isEmpty }
    /// How many parcels it has.
    var count: Int { parcels.count }

    /// Whether it may have these documents besides those that it has: one parcel more than it reads, and no more than lies in the pipe to it
    /// whatever it does, so that whoever hands them over never waits for it.
    func takes(_ documents: [Retrieval]) -> Bool {
        guard parcels.count < 2 else { return false }
        return parcels.reduce(Frame(documents).bytes.count) { $0 + $1.bytes } <= process?.inputCapacity ?? 0
    }

    /// Hands it documents. Starts a process where there is none; where that cannot even load the models, throws.
    mutating func begin(_ documents: [Retrieval], _ terms: ReadingRoom.Terms) throws {
        let process = try self.process ?? started(terms), bytes = Frame(documents).bytes
        self.process = process
        if parcels.isEmpty { deadline = ContinuousClock.now.advanced(by: .seconds(terms.seconds)) }
        parcels.append((documents.count, documents.count, bytes.count))
        // Where the process is gone or takes nothing more, the end of its answer or its deadline says so.
        _ = process.input.offer(bytes, within: terms.seconds)
    }

    /// What became of the documents that it has, in their order, as far as that is known. Where the process is gone, it has no document any
    /// longer; only one that it read alone is known to have ended it.
    mutating func results(_ terms: ReadingRoom.Terms) throws -> [ReadingRoom.Result] {
        guard let process else { return [] }
        let hasAnswered = !Descriptor.readable([process.output], within: 0).isEmpty
        if deadline <= .now, !hasAnswered { return ended(process, "reading took longer than \(terms.seconds) seconds") }
        let bytes = (try? process.output.read(atMost: 1 << 18)) ?? []
        guard !bytes.isEmpty else { return ended(process, nil) }
        received += bytes
        var results: [ReadingRoom.Result] = []
        while !parcels.isEmpty, let frame = try Frame.take(from: &received) {
            parcels[0].left -= 1
            if parcels[0].left == 0 { parcels.removeFirst() }
            deadline = ContinuousClock.now.advanced(by: .seconds(terms.seconds))
            results.append(Self.result(of: frame))
        }
        return results
    }

    private static func result(of frame: Frame) -> ReadingRoom.Result {
        switch Answer(frame) {
        case .read(let fields):
            do { return .read(try PreparedReading(fields: fields)) } catch {
                return .refused("its record cannot be kept: \(error)")
            }
        case .refused(let reason): return .refused(reason)
        case .ready, nil: return .refused("the reader gave no answer")
        }
    }

    private mutating func ended(_ process: ChildProcess, _ reason: String?) -> [ReadingRoom.Result] {
        let ending = process.end(), wasAlone = parcels.first?.count == 1
        self.process = nil
        received = []
        parcels = []
        guard wasAlone else { return [] }
        switch ending {
        case _ where reason != nil: return [.refused(reason ?? "")]
        case .killed(let signal): return [.refused("the reader was ended by signal \(signal)")]
        case .exited(let status): return [.refused("the reader ended with status \(status)")]
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
