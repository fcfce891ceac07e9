import LetopisText

// «…», добавил министр, как пишет газета; «по словам министра, которого цитирует газета,»: who passes another's words on beside them.
extension AttributionFinder {
    /// The attributions with the outlets that stand behind them as relays.
    func passing(_ found: [Int: Attribution], _ cues: [Cue]) -> [Int: Attribution] {
        var found = found
        for (i, cue) in cues.enumerated() where i > 0 && !cue.frames.isDisjoint(with: [.relay, .cites]) {
            if let outlet = found[i], outlet.form == .how, cue.frames.contains(.relay), let main = found[i - 1], main.form == .posted,
                text.isMark(.comma, main.tokens.upperBound), main.tokens.upperBound + 1 == outlet.tokens.lowerBound
            {
                found[i - 1]?.relays += outlet.source.flatMap(sources.relay).map { [$0] } ?? []
                found[i] = nil
            } else if cue.frames.contains(.cites), let (main, relay) = cited(by: cue, i, found, cues) {
                found[main]?.relays.append(relay)
                found[i] = nil
            }
        }
        return found
    }

    /// The attribution whose source a cue's relative clause speaks of, and who cites it: «министра, слова которого приводит газета».
    private func cited(by cue: Cue, _ i: Int, _ found: [Int: Attribution], _ cues: [Cue]) -> (Int, RelayMention)? {
        let first = text.unit(of: cue.head).lowerBound
        guard let relative = (max(first, cue.head - 3)..<cue.head).last(where: { text.isA(.relative, $0) }),
            let comma = (max(first, relative - 2)..<relative).last(where: { text.isMark(.comma, $0) }),
            let main = (max(0, i - 3)..<i).last(where: { found[$0] != nil && text.unitOf[cues[$0].head] == text.unitOf[cue.head] }),
            let attribution = found[main], attribution.tokens.contains(comma) || attribution.tokens.upperBound == comma,
            let outlet = citing(cue.head), let relay = sources.relay(outlet)
        else { return nil }
        return (main, relay)
    }

    /// Who cites: the subject, or the name that stands right behind the verb.
    private func citing(_ verb: Int) -> SourceMention? {
        if let subject = text.children(of: verb).first(where: { text.token($0).deprel == .nsubj && $0 > verb }) {
            return sources.mention(subject)
        }
        return sources.follower(of: verb)
    }
}
