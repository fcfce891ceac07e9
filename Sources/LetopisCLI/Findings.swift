internal import Letopis
internal import LetopisNeural

/// What `doctor` finds: the share folder, each model pack, the word lists, the linear algebra, and what is wrong with them.
struct Findings {
    let share: ShareFolder?
    let packs: [PackFinding]
    let lexicons: [String]
    /// The kernels OpenBLAS chose for this processor; nil where there is none.
    let kernel: String?
    /// What is missing or damaged, and what to do, one sentence each.
    let complaints: [String]

    /// Looks at everything. Nothing found wrong is thrown: it is what is reported.
    init(share named: String?) {
        var complaints: [String] = []
        func keep<Value>(_ look: () throws -> Value) -> Value? {
            do { return try look() } catch {
                complaints.append((error as? CommandError)?.complaint ?? "\(error)")
                return nil
            }
        }
        let share = keep { try ShareFolder.locate(named: named) }
        let packs = share.flatMap { share in keep { try PackFinding.all(in: share) } } ?? []
        lexicons = share?.lexiconLanguages ?? []
        kernel = keep { try BLAS.shared().kernelName }
        complaints += packs.compactMap(\.complaint)
        if let share, lexicons.isEmpty {
            complaints.append("No word lists in \(share.path)/lexicon: the checkout or the installation is incomplete.")
        }
        if let share, complaints.isEmpty {
            for language in lexicons { _ = keep { try settingUp { try Reader(share: share.path, language: language) } } }
        }
        self.share = share
        self.packs = packs
        self.complaints = complaints
    }
}

// MARK: - As text and as JSON

extension Findings {
    /// For people.
    var text: String {
        var lines = ["letopis   \(LetopisCommand.version)"]
        lines.append("share     " + (share.map { "\(printable($0.path)) (\($0.found))" } ?? "not found"))
        lines += packs.map { "model     \($0.line)" }
        lines.append("lexicon   " + (lexicons.isEmpty ? "none" : lexicons.joined(separator: ", ")))
        lines.append("blas      " + (kernel.map { "OpenBLAS, \($0) kernels, 1 thread" } ?? "not found"))
        lines.append(complaints.isEmpty ? "All is well." : "\nTo do:")
        return (lines + complaints.map { "- \($0)" }).joined(separator: "\n") + "\n"
    }

    /// For programs: one object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("version", LetopisCommand.version)
            json.field("share", share?.path)
            json.field("foundBy", share?.found)
            json.key("models")
            json.array { json in for pack in packs { pack.write(to: &json) } }
            json.key("lexicons")
            json.array { json in for language in lexicons { json.string(language) } }
            json.key("blas")
            json.object { json in
                json.field("kernel", kernel)
                json.field("threads", 1)
            }
            json.key("complaints")
            json.array { json in for complaint in complaints { json.string(complaint) } }
        }
    }
}
