/// Universal dependency relation. The raw value is the UD name, with the subtypes that the treebanks of our languages use.
public enum Relation: String, Sendable, CaseIterable {
    case acl
    case aclRelcl = "acl:relcl"
    case advcl
    case advmod
    case amod
    case appos
    case aux
    case auxPass = "aux:pass"
    case `case`
    case cc
    case ccomp
    case compound
    case conj
    case cop
    case csubj
    case csubjPass = "csubj:pass"
    case dep
    case det
    case discourse
    case dislocated
    case expl
    case fixed
    case flat
    case flatForeign = "flat:foreign"
    case flatName = "flat:name"
    case goeswith
    case iobj
    case list
    case mark
    case nmod
    case nsubj
    case nsubjPass = "nsubj:pass"
    case nummod
    case nummodEntity = "nummod:entity"
    case nummodGov = "nummod:gov"
    case obj
    case obl
    case oblAgent = "obl:agent"
    case orphan
    case parataxis
    case punct
    case root
    case vocative
    case xcomp
}
