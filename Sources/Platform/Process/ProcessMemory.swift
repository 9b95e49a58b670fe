import Glibc

/// How much memory this process holds.
public enum ProcessMemory {
  /// Kept open: opening it would cost more than all the rest of an answer that tells the memory.
  private static let file = try? Descriptor.open("/proc/self/statm", for: .reading)

  /// The resident bytes, or nil when the system does not tell.
  public static func residentBytes() -> Int? {
    guard let file else { return nil }
    let text = [UInt8](unsafeUninitializedCapacity: 128) { buffer, count in
      count = max(0, pread(file.number, buffer.baseAddress, buffer.count, 0))
    }
    let fields = text.split(separator: UInt8(ascii: " "))
    guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return nil }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}
