import CShims
import Glibc

/// A program started by this process, in a session of its own, so that it outlives a terminal that closes.
public struct ChildProcess: Sendable {
  /// The process id, valid until `wait` answered.
  public let id: Int32

  /// What to start: an absolute path, the arguments after the program's name, and `NAME=value` texts.
  public struct Program: Sendable {
    public var path: String
    public var arguments: [String]
    public var environment: [String]
    /// The working folder.
    public var folder: String

    public init(path: String, arguments: [String], environment: [String], folder: String = "/") {
      self.path = path
      self.arguments = arguments
      self.environment = environment
      self.folder = folder
    }
  }

  /// Starts `program`. Its descriptors 0, 1, 2, … are `descriptors` in order (at most 16); it inherits no others and
  /// no signal handling.
  ///
  /// Throws: the fact behind `errno`, also when the program does not exist or may not be executed.
  public static func start(_ program: Program, descriptors: [Descriptor]) throws(PlatformError) -> ChildProcess {
    let texts = [program.path] + program.arguments + program.environment + [program.folder]
    guard !texts.contains(where: { $0.utf8.contains(0) }) else {
      throw .other(errno: EINVAL, operation: "posix_spawn", path: program.path)
    }
    var id: pid_t = 0
    let failure = withCStrings([program.path] + program.arguments) { arguments in
      withCStrings(program.environment) { environment in
        program.path.withCString { path in
          program.folder.withCString { folder in
            descriptors.map(\.number).withUnsafeBufferPointer { numbers in
              var child = krafd_child(
                program: path, arguments: arguments, environment: environment, folder: folder,
                descriptors: numbers.baseAddress, descriptor_count: Int32(clamping: numbers.count))
              return krafd_spawn(&child, &id)
            }
          }
        }
      }
    }
    withExtendedLifetime(descriptors) {}
    guard failure == 0 else { throw PlatformError(errno: failure, operation: "posix_spawn", path: program.path) }
    return ChildProcess(id: id)
  }

  /// How a process ended.
  public enum Ending: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// Waits until the process ended; nil if it is no child of this process any more. Call it once.
  public func wait() -> Ending? {
    var status: Int32 = 0
    guard retrying({ waitpid(id, &status, 0) }) == id else { return nil }
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
  }

  /// Sends a signal. Only for a child that was not waited for: afterwards its id may be another's.
  public func send(signal: Int32) { kill(id, signal) }
}

private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = texts.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("the array holds at least its final nil") }
    return body(base)
  }
}
