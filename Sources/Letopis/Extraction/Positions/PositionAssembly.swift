internal import LetopisText

extension PositionFact {
    /// The mentions that resolution is asked about: holders, then the one asked.
    var mentions: [SourceMention] {
        holders.compactMap(\.mention) + (toward.map { [$0] } ?? [])
    }
}

/// Makes positions of a record from facts and from what their mentions were resolved to.
struct PositionAssembly {
    private let discourse: Discourse
    private let statements: [Statement]
    private let actors: ActorList
    private let parties: MeetingParties
    private let nominative: Nominative
    /// The innermost statement whose content holds each token, by its place in the record.
    private let statementOf: [Int?]
    /// Statements are within statements at most so deep.
    private static let deepest = 16
    /// A position is known again among so many.
    private static let memory = 64
    /// An issue of so many words says enough: the first that does stays.
    private static let fullIssue = 4
    /// Words without marks belong to the next speaker, if he comes within so many sentences.
    private static let ahead = 3

    init(discourse: Discourse, statements: [Statement], meetings: [Meeting], actors: ActorList, nominative: Nominative) {
        (self.discourse, self.statements, self.actors, self.nominative) = (discourse, statements, actors, nominative)
        parties = MeetingParties(meetings, actors.actors)
        statementOf = PositionAssembly.innermost(statements, discourse.tokens)
    }

    /// The positions: one for each holder, in text order. `members` are what the facts' mentions stand for, in their order.
    func positions(_ facts: [PositionFact], _ members: [Int?]) -> [Position] {
        var at = 0, out: [Noted] = []
        for fact in facts {
            let own = fact.mentions.indices.map { at + $0 < members.count ? members[at + $0] : nil }
            at += own.count
            var mentioned = own[...]
            let holders = fact.holders.flatMap { self.holders(of: fact, $0, &mentioned) }
            let toward = fact.toward == nil ? nil : actors.id(mentioned.last ?? nil)
            for id in distinct(holders) { note(position(fact, holder: id, toward: toward == id ? nil : toward), fact, &out) }
        }
        return out.map(\.position)
    }

    /// A position with the lemmas of its issue, by which it is known again.
    private struct Noted {
        var position: Position
        var lemmas: Set<[UInt8]>
        var isHeadline: Bool
        /// The lemma of the infinitive that heads the issue.
        var verb: [UInt8]?
    }

    /// Notes a position; of two that say the same the fuller one stays, of a headline and the sentence that it is made from the sentence.
    private func note(_ position: Position, _ fact: PositionFact, _ out: inout [Noted]) {
        let noted = Noted(position: position, lemmas: discourse.lemmaSet(fact.issue), isHeadline: fact.isHeadline, verb: verb(of: fact))
        out = out.enumerated().filter { $0.offset < out.count - PositionAssembly.memory || !isHeadline($0.element, of: noted) }.map(
            \.element)
        if let same = out.indices.suffix(PositionAssembly.memory).first(where: { isSame(out[$0], noted) }) {
            let isFull = out[same].lemmas.count >= min(noted.lemmas.count, PositionAssembly.fullIssue)
            if isFull, out[same].position.holder == position.holder, !out[same].isHeadline { return }
            out.remove(at: same)
        }
        out.append(noted)
    }

    private func isSame(_ a: Noted, _ b: Noted) -> Bool {
        guard a.position.holder == b.position.holder || a.isHeadline && !b.isHeadline, a.position.stance == b.position.stance else {
            return false
        }
        if a.position.holder == b.position.holder, let verb = a.verb, verb == b.verb { return true }
        return 2 * a.lemmas.intersection(b.lemmas).count > min(a.lemmas.count, b.lemmas.count)
    }

    private func verb(of fact: PositionFact) -> [UInt8]? {
        let first = fact.issue.lowerBound
        guard !fact.isNominal, discourse.tokens[first].feats.verbForm == .infinitive else { return nil }
        return Array(discourse.lemma(first))
    }

    /// Whether a headline says in other words what a sentence says: the same holder and stance, or a word of its issue.
    private func isHeadline(_ a: Noted, of b: Noted) -> Bool {
        guard a.isHeadline, !b.isHeadline, a.position.holder == b.position.holder else { return false }
        return a.position.stance == b.position.stance || !a.lemmas.isDisjoint(with: b.lemmas)
    }

    private func holders(of fact: PositionFact, _ holder: PositionFact.Holder, _ members: inout ArraySlice<Int?>) -> [Actor.ID?] {
        let one = self.holder(of: fact, holder, &members)
        guard case .parties(let mention) = holder, let span = mention.span else { return [one] }
        let met = parties.parties(before: span)
        return met.isEmpty ? [one] : met
    }

    private func holder(of fact: PositionFact, _ holder: PositionFact.Holder, _ members: inout ArraySlice<Int?>) -> Actor.ID? {
        guard let mention = holder.mention else { return speaker(of: fact, isOwn: holder == .speaker) }
        guard let id = actors.id(members.popFirst() ?? nil) else { return nil }
        // A pronoun that nothing resolves would be a holder called «они».
        if mention.form == .pronoun, let span = mention.span,
            actors.name(id).lowercased() == discourse.analysis.article.text(span).lowercased()
        {
            return nil
        }
        return id
    }

    private func position(_ fact: PositionFact, holder: Actor.ID, toward: Actor.ID?) -> Position {
        var position = Position(holder: holder, stance: fact.stance, issue: wording(fact), span: fact.span)
        (position.toward, position.hedges, position.rule, position.lexiconEntry) = (toward, fact.hedges, fact.rule, fact.lexiconEntry)
        position.per = chain(from: statement(vouchingFor: fact))
        return position
    }

    private func wording(_ fact: PositionFact) -> Wording {
        if fact.isFinite {
            let rest = discourse.text(fact.issue.dropFirst())
            let verb = String(decoding: discourse.lemma(fact.issue.lowerBound), as: UTF8.self)
            let text = verb + (rest.isEmpty ? "" : " ") + String(decoding: rest, as: UTF8.self)
            return Wording(text: text.singleSpaced, span: fact.issueSpan)
        }
        guard fact.isNominal else {
            return Wording(text: discourse.analysis.article.text(fact.issueSpan).singleSpaced, span: fact.issueSpan)
        }
        let text = nominative.name(fact.issue, in: discourse)
        return Wording(text: text.lowered(discourse.isPlainCapital(fact.issue.lowerBound)), span: fact.issueSpan)
    }

    private func distinct(_ holders: [Actor.ID?]) -> [Actor.ID] {
        holders.reduce(into: []) { if let id = $1, !$0.contains(id) { $0.append(id) } }
    }

    // MARK: According to whom

    /// Who speaks where the word stands; nil where it is the reporter, or the article hides it.
    private func speaker(of fact: PositionFact, isOwn: Bool) -> Actor.ID? {
        let token = discourse.firstToken(endingAfter: fact.word.start)
        if let statement = statementOf[token] {
            // «Мы призываем …», says the press secretary of a body: the body does.
            let isOurs = isOwn && discourse.tokens[token].feats.number == .plural
            return isOurs ? statements[statement].onBehalfOf ?? statements[statement].source.actor : statements[statement].source.actor
        }
        return !isOwn ? nil : next(after: token, word: fact.word).flatMap { statements[$0].source.actor }
    }

    /// The statement that words belong to whose quotation marks the article has lost: the next on their line whose cue follows its content.
    private func next(after token: Int, word: SourceSpan) -> Int? {
        let sentence = discourse.sentenceOf[token]
        var i = token
        while i < statementOf.count, discourse.sentenceOf[i] <= sentence + PositionAssembly.ahead, !discourse.beginsLine(i) || i == token {
            if let found = statementOf[i], !statements[found].cue.overlaps(word) {
                let follows = statements[found].cue.start > (statements[found].content.last?.start ?? 0)
                return follows || statements[found].kind == .direct ? found : nil
            }
            i += 1
        }
        return nil
    }

    /// The statement that the word itself makes («призвал …»), or else the one that it stands in.
    private func statement(vouchingFor fact: PositionFact) -> Int? {
        if let made = statementOf[fact.issue.lowerBound], statements[made].cue.overlaps(fact.word) { return made }
        return statementOf[discourse.firstToken(endingAfter: fact.word.start)]
    }

    /// A statement and those that hold it, outermost first.
    private func chain(from statement: Int?) -> [Statement.ID] {
        var out: [Statement.ID] = [], at = statement
        while let number = at, statements.indices.contains(number), out.count < PositionAssembly.deepest {
            out.insert(statements[number].id, at: 0)
            at = statements[number].within.map { $0.number - 1 }
        }
        return out
    }

    private static func innermost(_ statements: [Statement], _ tokens: [Token]) -> [Int?] {
        let contents = statements.enumerated().flatMap { number, statement in statement.content.map { (span: $0, statement: number) } }
            .sorted { ($0.span.start, -$0.span.end, $0.statement) < ($1.span.start, -$1.span.end, $1.statement) }
        var open: [Int] = [], next = 0
        return tokens.map { token in
            while next < contents.count, contents[next].span.start <= token.span.start {
                open.append(next)
                next += 1
            }
            while let last = open.last, contents[last].span.end <= token.span.start { open.removeLast() }
            return open.last.map { contents[$0].statement }
        }
    }
}

extension Discourse {
    /// The lemmas of the words in a range that mean something by themselves.
    fileprivate func lemmaSet(_ range: Range<Int>) -> Set<[UInt8]> {
        Set(
            range.filter { ![.punctuation, .adposition, .determiner, .coordinatingConjunction, .particle].contains(tokens[$0].upos) }.map {
                Array(lemma($0))
            })
    }

    /// Whether a line ends between a token and the one before it.
    fileprivate func beginsLine(_ i: Int) -> Bool {
        i > 0 && analysis.article.utf8[tokens[i - 1].span.end..<tokens[i].span.start].contains(0x0A)
    }
}

extension ActorList {
    /// An actor's name.
    fileprivate func name(_ id: Actor.ID) -> String { actors.indices.contains(id.number - 1) ? actors[id.number - 1].name : "" }
}
