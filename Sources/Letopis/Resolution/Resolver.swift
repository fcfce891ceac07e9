internal import LetopisText

/// Who takes part in an article, and who the source of each statement is. Immutable; one is enough for all tasks.
struct Resolver: Sendable {
    let lexicon: ActorLexicon
    let nominative: Nominative

    /// What resolution finds: the cast, and for each fact the numbers in it of who speaks, to whom, and for whom.
    struct Resolved: Sendable {
        var cast: Cast
        var sources: [Int?] = []
        var addressees: [Int?] = []
        var principals: [Int?] = []
        var meetings: [MeetingDraft] = []
        /// For each of the other mentions, who it stands for.
        var mentions: [Int?] = []
    }

    /// Resolves an article's names, posts and sources. Time is linear in the article but for names that very many people share.
    ///
    /// `watch` is told of each source when it is resolved.
    func resolve(
        _ discourse: Discourse, facts: [SpeechFact], meetings: [MeetingFact] = [], mentions: [SourceMention] = [],
        watch: ((ResolutionMoment) -> Void)? = nil
    ) -> Resolved {
        let names = ArticleNames(discourse, lexicon: lexicon).names
        var bodies = BodyGrouping(discourse, names: names, cast: people(discourse, names), lexicon: lexicon, nominative: nominative)
        let finder = PostFinder(discourse, lexicon: lexicon)
        let phrases = finder.phrases(&bodies), shares = finder.shares(&bodies)
        var cast = bodies.cast
        for share in shares {
            let title = nominative.title(share.phrase, in: discourse)
            cast.give(share.phrase, to: share.member, title: title, by: "names-after", isMention: false)
        }
        give(phrases, discourse, &cast)
        Ties(discourse: discourse, words: lexicon.words).add(to: &cast, nominative)
        var sources = Sources(discourse, cast: cast, nominative: nominative, lexicon: lexicon)
        var resolved = Resolved(cast: cast)
        var meetings = MeetingResolution(discourse, facts: meetings, statements: facts, lexicon: lexicon)
        for fact in facts {
            meetings.resolve(before: fact.cue.start, with: &sources)
            let outer = fact.within.flatMap {
                resolved.sources.indices.contains($0) && facts[$0].kind == .direct ? resolved.sources[$0] : nil
            }
            let speaker = sources.speaker, before = watch == nil ? nil : sources
            resolved.sources.append(sources.resolve(fact, notBy: outer))
            if let within = fact.within, facts.indices.contains(within), facts[within].kind == .direct || sources.isBodyAfterPerson(speaker)
            {
                sources.speaker = speaker
            }
            let member = resolved.sources.last ?? nil
            watch?(
                ResolutionMoment(
                    fact: fact, outer: outer, speaker: speaker, member: member, sources: sources, before: before, phrases: phrases))
            resolved.addressees.append(fact.addressee.flatMap { sources.resolve(token: $0) })
            resolved.principals.append(fact.onBehalfOf.flatMap { sources.resolve(token: $0) })
        }
        meetings.resolve(before: .max, with: &sources)
        resolved.meetings = meetings.meetings
        resolved.mentions = zip(mentions, sources.resolve(mentions)).map { country(of: $1, $0, &sources) }
        resolved.cast = sources.cast
        return resolved
    }

    /// «готовность Риги»: a capital that wants something is its country.
    private func country(of member: Int?, _ mention: SourceMention, _ sources: inout Sources) -> Int? {
        guard let member, sources.cast.members[member].kind == .place,
            let number = lexicon.countries.country(ofCapital: sources.cast.members[member].name)
        else { return member }
        let place = Mention(head: mention.head, tokens: mention.head..<mention.head + 1, form: .phrase)
        return sources.member(named: lexicon.countries.countries[number].names, kind: .country, mention: place)
    }

    private func people(_ discourse: Discourse, _ names: [Name]) -> Cast {
        var cast = Cast(tokens: discourse.tokens.count)
        for group in PersonGrouping(discourse, names: names, nominative: nominative).groups {
            var member = CastMember(kind: .person, name: nominative.name(group.words, in: discourse))
            member.genderVotes = group.votes
            for name in group.names.sorted(by: { $0.index < $1.index }) {
                member.mentions.append(Mention(head: discourse.head(of: name.tokens), tokens: name.tokens, form: .name))
                member.note(alias: nominative.name(name.words, like: group.words, in: discourse))
            }
            _ = cast.add(member)
        }
        return cast
    }

    /// Gives each post to its holder, and then each post without a name to the only one who can be meant.
    private func give(_ phrases: [PostPhrase], _ discourse: Discourse, _ cast: inout Cast) {
        var finder = PostHolders(discourse: discourse, words: lexicon.words, cast: cast)
        var holders = finder.holders(of: phrases)
        give(phrases, holders, instead: [], discourse, &cast)
        (finder.cast, finder.pronouns) = (cast, Pronouns(discourse, cast: cast))
        refer(phrases, holders, finder, discourse, &cast)
        finder.cast = cast
        let before = holders
        holders = finder.holders(of: phrases, known: holders)
        give(phrases, holders, instead: before, discourse, &cast)
        refer(phrases, holders, finder, discourse, &cast)
    }

    /// Gives the posts that have a holder and had none before.
    private func give(
        _ phrases: [PostPhrase], _ holders: [Holding?], instead before: [Holding?], _ discourse: Discourse, _ cast: inout Cast
    ) {
        for i in phrases.indices where before.isEmpty || before[i] == nil {
            guard let holder = holders[i] else { continue }
            cast.give(phrases[i], to: holder.member, title: nominative.title(phrases[i], in: discourse), by: holder.rule)
        }
    }

    /// Notes posts without a name as mentions of the only one who can be meant. That they hold them the article has said before, in these words
    /// or in others: another wording of a post is no second one.
    private func refer(
        _ phrases: [PostPhrase], _ holders: [Holding?], _ finder: PostHolders, _ discourse: Discourse, _ cast: inout Cast
    ) {
        let references = PostReferences(discourse, cast: cast)
        for (phrase, holder) in zip(phrases, holders)
        where holder == nil && cast.memberOf[phrase.head] == nil && !finder.isPredicate(phrase) {
            if let member = references.holder(of: phrase) {
                cast.mention(member, Mention(head: phrase.head, tokens: phrase.tokens, form: .post))
            } else if let member = finder.epithet(phrase) {
                if lexicon.words.kind(of: discourse.lemma(phrase.head)) == .calling {
                    cast.give(phrase, to: member, title: nominative.title(phrase, in: discourse), by: "epithet")
                } else {
                    cast.mention(member, Mention(head: phrase.head, tokens: phrase.tokens, form: .post))
                }
            }
        }
    }
}

/// The words that actors are known by, of one language.
struct ActorLexicon: Sendable {
    let endings: NameEndings
    let posts: PostLexicon
    let words: RoleWords
    let countries: CountryLexicon
    let bodies: BodyLexicon
    let seats: SeatLexicon
    let nouns: DescriptionNouns
    let weights: DescriptionWeights

    /// Reads the files' bytes. Throws where a line is malformed, out of order or there twice, with file and line.
    init(
        endings: [UInt8], posts: [UInt8], words: [UInt8], countries: [UInt8], compounds: [UInt8] = [], seats: [UInt8] = [], bodies: [UInt8],
        nouns: [UInt8] = [], weights: [UInt8] = []
    ) throws(LexiconError) {
        self.endings = try NameEndings(endings)
        self.posts = try PostLexicon(posts)
        self.words = try RoleWords(words)
        var countries = try CountryLexicon(countries, endings: self.endings)
        try countries.addFirstParts(compounds)
        self.seats = try SeatLexicon(seats)
        self.countries = countries
        (self.nouns, self.weights) = (try DescriptionNouns(nouns), try DescriptionWeights(weights))
        self.bodies = try BodyLexicon(bodies, endings: self.endings)
    }
}
