/// The other forms of a word.
extension MorphologicalDictionary {
    /// All forms of the word that a parse reads, in the dictionary's order; the normal form first, as a rule.
    public func lexeme(of parse: Parse) -> [Parse] {
        guard let first = parse.firstHalf else { return forms(of: parse) }
        let hyphen = UInt8(ascii: "-")
        // The hyphen between the halves is the first one after what stands before the first half.
        guard let place = parse.form.dropFirst(first.leading).firstIndex(of: hyphen),
            let normalPlace = parse.normal.dropFirst(first.leading).firstIndex(of: hyphen)
        else { return [parse] }
        var left = parse, right = parse
        (left.form, left.normal, left.stem, left.firstHalf) = (Array(parse.form[..<place]), Array(parse.normal[..<normalPlace]), first, nil)
        (right.form, right.normal) = (Array(parse.form[(place + 1)...]), Array(parse.normal[(normalPlace + 1)...]))
        right.firstHalf = nil
        let leftForms = forms(of: left)
        return forms(of: right).compactMap { form in closest(to: form, in: leftForms).map { Parse($0, form, score: 1) } }
    }

    /// The form of the word that has all of `required` and is otherwise as near as can be to the parse, also in its letters («высшей»:
    /// «высшая», not «высочайшая»); nil where the word has no such form. A rare case (`loc2`) that the word has no form of its own for
    /// counts as the common one.
    public func inflect(_ parse: Parse, to required: Grammemes) -> Parse? {
        let forms = lexeme(of: parse)
        var required = required
        var possible = forms.filter { $0.tag.grammemes.contains(required) }
        if possible.isEmpty {
            required = tables.tags.rare.reduce(required) { $1.apply(to: $0) }
            possible = forms.filter { $0.tag.grammemes.contains(required) }
        }
        let wanted = tables.tags.updated(parse.tag.id, with: required)
        var best: (form: Parse, likeness: Double, shared: Int)?
        for form in possible {
            let set = form.tag.grammemes
            let likeness = Double(wanted.intersection(set).count) - 0.1 * Double(wanted.distance(to: set))
            let shared = zip(form.form, parse.form).prefix { $0 == $1 }.count
            if let best, (likeness, shared) <= (best.likeness, best.shared) { continue }
            best = (form, likeness, shared)
        }
        return best?.form
    }

    /// The forms of a word of one stem.
    private func forms(of parse: Parse) -> [Parse] {
        switch parse.stem.kind {
        case .fixed: [parse]
        case .initial(let patronymic): initials(parse, patronymic: patronymic)
        case .paradigm(let paradigm, let index): forms(of: parse, paradigm, index)
        }
    }

    /// An initial of a first name is of one gender, that of a patronymic of either.
    private func initials(_ parse: Parse, patronymic: Bool) -> [Parse] {
        let cases = Tagset.initials.cases, all = cases * Tagset.initials.genders
        let first = tables.tags.extra(.initials)
        let offset = min(all - 1, max(0, Int(parse.tag.id) - Int(first)))
        let range = patronymic ? all..<2 * all : offset / cases * cases..<(offset / cases + 1) * cases
        return range.map {
            let tag = tables.tag(tables.tags.extra(.initials, $0))
            return Parse(tag: tag, score: parse.score, form: parse.form, normal: parse.normal, stem: parse.stem)
        }
    }

    private func forms(of parse: Parse, _ paradigm: UInt16, _ index: Int) -> [Parse] {
        let (leading, trailing) = (parse.stem.leading, parse.stem.trailing)
        guard let form = tables.paradigms.form(paradigm, index), parse.form.count >= leading + trailing else { return [parse] }
        let core = Array(parse.form[leading..<parse.form.count - trailing])
        let stem = core[tables.paradigms.stem(of: core, as: form)]
        return (0..<tables.paradigms.count(paradigm)).compactMap { other in
            guard let form = tables.paradigms.form(paradigm, other) else { return nil }
            var word = Array(parse.form[..<leading])
            tables.paradigms.append(form, stem: stem, to: &word)
            word += parse.form.suffix(trailing)
            let kept = Stem(kind: .paradigm(paradigm, index: other), leading: leading, trailing: trailing)
            return Parse(tag: tables.tag(form.tag), score: 1, form: word, normal: parse.normal, stem: kept)
        }
    }

    /// The form of the first half that goes with a form of the second.
    private func closest(to form: Parse, in forms: [Parse]) -> Parse? {
        let wanted = alike(form.tag)
        var best: (form: Parse, distance: Int)?
        for candidate in forms {
            let distance = alike(candidate.tag).distance(to: wanted)
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.form
    }

    private func alike(_ tag: Tag) -> Grammemes { tables.tags.alike.reduce(tag.grammemes) { $1.apply(to: $0) } }
}
