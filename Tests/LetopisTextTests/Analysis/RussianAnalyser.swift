import Foundation
import Testing

@testable import LetopisText

/// The Russian analyser of the checkout; nil where `make models` has not been run, which the tests say.
enum RussianAnalyser {
    static let shared: Analyser? = {
        let share = Checkout.root + "/Share"
        do {
            return try Analyser(models: share + "/models/ru", abbreviations: LexiconFile.bytes(share + "/lexicon/ru/abbreviations.txt"))
        } catch {
            print("the language analysis is not tested: \(error)")
            return nil
        }
    }()

    private enum Checkout {
        static let root = String(#filePath.prefix(#filePath.count - "/Tests/LetopisTextTests/Analysis/RussianAnalyser.swift".count))
    }
}

extension Analysis {
    /// One token a line: the word, its lemma, its tag, and where its arc leads; names in brackets. Made to be read in goldens.
    var notation: String {
        var lines: [String] = []
        for sentence in sentences {
            for i in sentence.tokens {
                let token = tokens[i]
                let head = token.head < 0 ? "·" : text(tokens[token.head])
                let name = names.first { $0.tokens.contains(i) }.map { " [\($0.kind.rawValue)]" } ?? ""
                let feats = token.feats.conllu.isEmpty ? "" : " " + token.feats.conllu
                lines.append("\(text(token))  \(lemma(token))  \(token.deprel.rawValue) ← \(head)  \(token.upos.rawValue)\(feats)\(name)")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    /// What is promised of every analysis, broken promises in words.
    var broken: [String] {
        var problems: [String] = []
        if sentences.flatMap({ Array($0.tokens) }) != Array(tokens.indices) { problems.append("a token lies in no sentence, or in two") }
        for (a, b) in zip(tokens, tokens.dropFirst()) where a.span.end > b.span.start { problems.append("tokens overlap at \(b.span)") }
        for (a, b) in zip(names, names.dropFirst()) where a.span.end > b.span.start { problems.append("names overlap at \(b.span)") }
        for sentence in sentences {
            if sentence.tokens.lazy.filter({ tokens[$0].head < 0 }).count != 1 { problems.append("roots at \(sentence.span)") }
            for i in sentence.tokens where !reachesRoot(i, sentence) { problems.append("no way to the root from \(tokens[i].span)") }
        }
        for token in tokens where token.span.isEmpty || token.lemma.upperBound > lemmas.count { problems.append("token \(token.span)") }
        return problems
    }

    private func reachesRoot(_ token: Int, _ sentence: Sentence) -> Bool {
        var place = token
        for _ in sentence.tokens {
            let head = tokens[place].head
            if head < 0 { return true }
            guard sentence.tokens.contains(head) else { return false }
            place = head
        }
        return false
    }
}
