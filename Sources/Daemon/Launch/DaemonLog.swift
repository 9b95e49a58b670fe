public import Logging
public import Platform

/// Writes log lines such as `2026-11-23T09:38:26.120Z notice refused a notification method=x session=3`.
///
/// Callers log names, numbers and reasons; keys, prompts and parameters of messages are never handed to it.
public struct DaemonLog: LogHandler {
  public var logLevel: Logger.Level
  public var metadata: Logger.Metadata = [:]
  private let file: RotatingFile
  private let clock: WallClock

  /// A handler that appends to `file`.
  public init(file: RotatingFile, level: Logger.Level = .info, clock: WallClock = .system) {
    self.file = file
    self.clock = clock
    logLevel = level
  }

  /// A logger that appends to `file`.
  public static func logger(_ file: RotatingFile, level: Logger.Level = .info) -> Logger {
    Logger(label: "krafd") { _ in DaemonLog(file: file, level: level) }
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
    let facts = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    file.append(Self.oneLine("\(clock.now.rfc3339) \(event.level) \(event.message)\(facts)"))
  }

  /// One event is one line, whatever a client put into a name; 2 000 bytes say enough.
  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(2000).map { $0.properties.isControl ? " " : $0 }))
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool { generalCategory == .control || generalCategory == .lineSeparator }
}
