/// Placeholder so that the room compiles; replaced by the reader.
enum Letopis {}
