import CShims
import Glibc
import Synchronization

/// ONNX Runtime's shared library, opened at run time and never closed: it keeps threads and memory of its own.
///
/// Only functions of the first version of its interface are used, so every release of the library will do.
/// A class because all sessions share it.
final class ONNXRuntime: @unchecked Sendable {
  // Unchecked because of two pointers that never change; what they point to is the library's own, lives as long as the
  // process, and may be used from any thread.
  let table: OpaquePointer
  let world: OpaquePointer

  /// Where the system's library is looked for, by the dynamic linker.
  static let systemNames = ["libonnxruntime.so.1", "libonnxruntime.so"]

  /// The libraries that are open, by the name that opened them.
  private static let open = Mutex<[String: ONNXRuntime]>([:])

  /// The first library of `names`, paths or plain file names, that can be opened.
  ///
  /// Throws: that there is none, with what the linker said of an absolute path.
  static func load(_ names: [String]) throws(ModelFault) -> ONNXRuntime {
    var notes: [String] = []
    for name in names {
      if let known = open.withLock({ $0[name] }) { return known }
      guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
        notes.append(name.hasPrefix("/") ? reason(for: name) : name)
        continue
      }
      guard let table = krafd_onnx_table(library) else {
        notes.append("\(name), which is not ONNX Runtime")
        continue
      }
      let runtime = try ONNXRuntime(table)
      return open.withLock { open in
        let first = open[name] ?? runtime
        open[name] = first
        return first
      }
    }
    throw ModelFault(
      "ONNX Runtime's shared library was not found (tried \(notes.joined(separator: "; "))); install it, for example "
        + "with 'pip install onnxruntime', and give the path of its libonnxruntime.so as 'library'")
  }

  private init(_ table: OpaquePointer) throws(ModelFault) {
    var world: OpaquePointer?
    self.table = table
    try Self.check(krafd_onnx_make_world(table, &world), table)
    guard let world else { throw ModelFault("ONNX Runtime does not start") }
    self.world = world
  }

  /// Throws: the library's own words, if there is a failure.
  func check(_ failure: OpaquePointer?) throws(ModelFault) { try Self.check(failure, table) }

  /// Lets go of something that the library made.
  func release(_ kind: krafd_onnx_kind, _ thing: OpaquePointer?) {
    krafd_onnx_release(table, kind, thing.map { UnsafeMutableRawPointer($0) })
  }

  private static func check(_ failure: OpaquePointer?, _ table: OpaquePointer) throws(ModelFault) {
    guard let failure else { return }
    let words = krafd_onnx_words(table, failure).map { String(cString: $0) } ?? ""
    krafd_onnx_release(table, KRAFD_ONNX_FAILURE, UnsafeMutableRawPointer(failure))
    throw ModelFault("ONNX Runtime says '\(oneLine(words))'")
  }

  /// The linker's words; they begin with the path.
  private static func reason(for path: String) -> String { dlerror().map { oneLine(String(cString: $0)) } ?? path }

  /// Text from elsewhere as a part of a sentence: one line of at most 200 characters.
  private static func oneLine(_ text: String) -> String {
    let plain = text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 }
    return String(plain.prefix(200)).trimmed
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    let head = drop { $0 == " " }
    return String(head.reversed().drop { $0 == " " }.reversed())
  }
}
