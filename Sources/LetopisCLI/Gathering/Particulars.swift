internal import LetopisArchive
internal import LetopisText

/// What is known of an article: by the article itself, by how it was retrieved, or from the command line.
protocol Particulars {
    var outlet: String? { get set }
    var title: String? { get set }
    var author: String? { get set }
    var published: String? { get set }
    var url: String? { get set }
}

extension Article: Particulars {}
extension Retrieval: Particulars {}
extension ArticleOptions: Particulars {}

extension Particulars {
    /// Takes what is not known here from elsewhere.
    mutating func complete(from other: some Particulars) {
        outlet = outlet ?? other.outlet
        title = title ?? other.title
        author = author ?? other.author
        published = published ?? other.published
        url = url ?? other.url
    }
}
