/// The words of text for people that are the program's own, not the article's. They stand here and nowhere else, so that a translation
/// has one file to translate.
enum Labels {
    static let nothing = "Nobody is said to have said anything."
    static let notice = "Notice"

    // MARK: Statements

    static let hidden = "Source not named"
    static let toldBefore = "told before"
    static let hedged = "hedged"
    static let to = "to"
    static let onBehalfOf = "for"
    static let on = "on"
    static let former = "former"

    /// What a cue does; nil for saying, which is what every statement is.
    static func act(_ act: Act) -> String? {
        switch act {
        case .say: nil
        case .claim: "claims"
        case .deny: "denies"
        case .confirm: "confirms"
        case .admit: "admits"
        case .promise: "promises"
        case .warn: "warns"
        case .demand: "demands"
        case .ask: "asks"
        case .propose: "proposes"
        case .agree: "agrees"
        case .refuse: "refuses"
        case .accuse: "accuses"
        case .praise: "praises"
        case .opine: "thinks"
        }
    }

    /// What something was said through.
    static func channel(_ kind: Channel.Kind) -> String {
        switch kind {
        case .post: "post"
        case .briefing: "briefing"
        case .interview: "interview"
        case .statement: "written statement"
        case .speech: "speech"
        case .publication: "publication"
        case .document: "document"
        case .call: "call"
        }
    }

    // MARK: Meetings

    static let meetings = "Meetings"
    static let about = "about"
    static let outcome = "outcome"
    static let alsoAt = "also at"
    static let accordingTo = "according to"
    static let unnamedSource = "a source not named"

    /// What kind of event it is.
    static func event(_ kind: Meeting.Kind) -> String {
        switch kind {
        case .meeting: "meeting"
        case .talks: "talks"
        case .call: "call"
        case .visit: "visit"
        case .summit: "summit"
        case .consultation: "consultation"
        }
    }

    /// Whether it took place; nil where it did.
    static func status(_ status: Meeting.Status) -> String? {
        switch status {
        case .held: nil
        case .planned: "planned"
        case .cancelled: "cancelled"
        case .denied: "denied"
        }
    }

    /// As what somebody took part.
    static func part(_ part: Meeting.Participant.Part) -> String {
        switch part {
        case .delegate: "with"
        case .host: "host"
        case .mediator: "mediator"
        case .joined: "joined by"
        }
    }

    // MARK: Positions, and the rest

    static let positions = "Positions"
    static let recalls = "Told before"
    static let seeAlso = "See also"
    static let actors = "Who is who"
    static let also = "also"
    static let tieOf = "of"

    /// A stance, between its holder and its issue.
    static func stance(_ stance: Position.Stance) -> String {
        switch stance {
        case .supports: "supports"
        case .opposes: "opposes"
        case .demands: "demands"
        case .offers: "offers"
        case .agrees: "agrees to"
        case .rejects: "rejects"
        case .prioritizes: "puts first"
        case .conditions: "makes it a condition"
        case .undecided: "has not decided on"
        }
    }

    /// What kind of thing an actor is; nil for people, who are most.
    static func kind(_ kind: Actor.Kind) -> String? {
        switch kind {
        case .person: nil
        case .organization: "organisation"
        case .country: "country"
        case .place: "place"
        case .group: "group"
        }
    }
}
