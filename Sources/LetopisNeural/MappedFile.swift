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
        guard count > 0 else { throw PackError(path: path, .notAPack) }
        guard let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), unsafe address != MAP_FAILED else {
            throw PackError(path: path, .unreadable(errno: errno))
        }
        unsafe base = UnsafeRawPointer(address)
    }

    deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }
}
