internal import Glibc

/// A file mapped into memory, read-only, until nobody refers to it any more. Pages are shared between all tasks and processes.
@safe final class MappedFile: @unchecked Sendable {
    let base: UnsafeRawPointer
    let count: Int

    init(path: String) throws(PackError) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw PackError(path: path, .unreadable(errno: errno)) }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw PackError(path: path, .unreadable(errno: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw PackError(path: path, .unreadable(errno: EISDIR)) }
        count = Int(status.st_size)
        // Nothing cannot be mapped; an empty file is a page that nobody reads.
        guard let address = unsafe mmap(nil, max(count, 1), PROT_READ, MAP_PRIVATE, file, 0), unsafe address != MAP_FAILED else {
            throw PackError(path: path, .unreadable(errno: errno))
        }
        unsafe base = UnsafeRawPointer(address)
    }

    deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: base), max(count, 1)) }
}

/// Whole files, for the rooms that do no input of their own.
public enum WholeFile {
    /// A copy of the bytes of the file at `path`.
    public static func read(_ path: String) throws(PackError) -> [UInt8] {
        let file = try MappedFile(path: path)
        return unsafe Array(UnsafeRawBufferPointer(start: file.base, count: file.count))
    }
}
