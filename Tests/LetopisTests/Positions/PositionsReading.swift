import Foundation
@testable import Letopis
@testable import LetopisText

/// Sentences read for their positions, with the models and lexicons of the checkout.
enum PositionsReading {
    static let share = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Share").path
    /// Nil where the model packs were not made.
    static let reader: Reader? = {
        guard FileManager.default.fileExists(atPath: share + "/models/ru/syntax.pack") else {
            print("no model packs in Share/models: positions are not tried; make them with `make models`")
            return nil
        }
        return try? Reader(share: share)
    }()

    /// The positions of a text, with the record that they stand in.
    static func record(_ text: String) -> Record? {
        guard let reader else { return nil }
        var scratch = reader.scratch()
        return reader.read(Article(text), scratch: &scratch)
    }

    /// One line a position: `holder | stance | issue`, then ` | to` and whom, ` | per s1` where that is asked for, and ` | hedged`.
    static func lines(_ record: Record, per: Bool) -> [String] {
        record.positions.map { position in
            var line = [record.actor(position.holder)?.name ?? "?", position.stance.rawValue, position.issue.text]
            if let toward = record.actor(position.toward) { line.append("to " + toward.name) }
            if per, !position.per.isEmpty { line.append("per " + position.per.map(\.description).joined(separator: " ")) }
            line += position.hedges.map { "hedged " + record.article.text($0) }
            return line.joined(separator: " | ")
        }
    }
}
