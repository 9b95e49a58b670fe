import Glibc

/// How much memory this process holds.
public enum ProcessMemory {
  /// The resident bytes, or nil when the system does not tell.
  public static func residentBytes() -> Int? {
    guard let bytes = try? FileReader.bytes(of: "/proc/self/statm", maxBytes: 4096) else { return nil }
    let fields = bytes.split(separator: UInt8(ascii: " "))
    guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return nil }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}
