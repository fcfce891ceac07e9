import LetopisText

/// Carries a channel to the speaker's next words where the text says that they go on: «в письме он сообщил, что …, и добавил, что …»,
/// «Министр написал в блоге, что … Он пообещал: „…“». «В другом сообщении» after a post is a post.
struct ChannelCarrier {
    let text: SpeechText
    let lexicon: SpeechLexicon

    /// Gives the facts, which are in text order, the channels that they share with the one before.
    func carry(_ facts: inout [SpeechFact]) {
        var last: Int?
        for i in facts.indices {
            if let owner = owner(of: i, in: facts) { facts[i].source = owner }
            if let channel = facts[i].channel {
                facts[i].channel = again(channel, after: last.flatMap { facts[$0].channel })
            } else if let before = i > 0 ? previous(to: i, in: facts) : nil, goesOn(facts[i], after: facts[before]) {
                facts[i].channel = facts[before].channel
            }
            if facts[i].channel != nil { last = i }
        }
    }

    /// «В заявлении отмечается»: whose statement it is, where the same word stood with its owner in one of the last ones.
    private func owner(of i: Int, in facts: [SpeechFact]) -> SourceMention? {
        guard let channel = facts[i].channel, let head = facts[i].source?.head, channel.span.contains(text.token(head).span),
            channel.kind != .post
        else { return nil }
        let before = facts[..<i].suffix(4).last { other in
            guard let said = other.channel, said.kind == channel.kind, let source = other.source, source.form == .nounPhrase else { return false }
            let noun = text.firstToken(at: said.span.start)
            return source.head != noun && text.lemma(noun).elementsEqual(text.lemma(head))
        }
        return before?.source
    }

    /// The statement before another that stands as high as it.
    private func previous(to i: Int, in facts: [SpeechFact]) -> Int? {
        facts.indices[..<i].suffix(4).last { facts[$0].within == facts[i].within }
    }

    /// «в другом сообщении»: a message without an owner is a post where the article spoke of a post last.
    private func again(_ channel: ChannelMention, after last: ChannelMention?) -> ChannelMention {
        let noun = text.firstToken(at: channel.span.start)
        guard last?.kind == .post, channel.kind != .post, noun + 1 < text.count,
            lexicon.channel(ofLemma: text.lemma(noun))?.mayBePost ?? false,
            text.token(noun + 1).feats.case != .genitive
        else { return channel }
        return ChannelMention(kind: .post, name: channel.name, span: channel.span, nameTokens: channel.nameTokens)
    }

    private func goesOn(_ fact: SpeechFact, after before: SpeechFact) -> Bool {
        guard let channel = before.channel, ![.call, .speech].contains(channel.kind), !before.hidden, let source = fact.source else {
            return false
        }
        let (a, b) = (text.firstToken(at: before.cue.start), text.firstToken(at: fact.cue.start))
        guard a < b, b < text.count else { return false }
        if text.unitOf[a] == text.unitOf[b] { return source == before.source && isJoined(b, to: a) }
        let isSame = source.form == .zero || source.form == .pronoun
        return isSame && fact.kind != .indirect && text.unitOf[b] == text.unitOf[a] + 1
            && !text.breaksLine(before: text.unit(of: b).lowerBound)
    }

    /// «сообщил, что …, и подтвердил, что …»
    private func isJoined(_ b: Int, to a: Int) -> Bool {
        text.head[b] == a && text.token(b).deprel == .conj
            || (max(a, b - 3)..<b).contains { text.token($0).upos == .coordinatingConjunction }
    }
}
