import Glibc
import Platform

/// Makes MP4 files with the ffmpeg of this machine.
struct VideoEncoder: Sendable {
  /// The absolute path of ffmpeg.
  let program: String

  /// Where half-made files lie; a killed process leaves them there with names that `AtomicFile.isTemporary` knows.
  let folder: String

  /// The largest video that is read back.
  private static let maxBytes = 1 << 30

  /// For how long ffmpeg may take nothing and write nothing before it is given up.
  private static let patience = Duration.seconds(300)

  /// The bytes of the video whose frames `next` gives, each in the shape's bytes; nil ends them.
  ///
  /// Throws: `videoFailed` with ffmpeg's own words where it has some; `cancelled`; what `next` throws; what a disk can
  /// say. Nothing half-made stays, and ffmpeg is not left running.
  func encode(
    _ shape: VideoShape, isCancelled: () -> Bool, next: () throws(WorkspaceError) -> [UInt8]?
  ) throws(WorkspaceError) -> [UInt8] {
    let (video, words) = (Path.join(folder, AtomicFile.temporaryName()), Path.join(folder, AtomicFile.temporaryName()))
    defer {
      File.remove(video)
      File.remove(words)
    }
    let errors = try writing(words) { () throws(PlatformError) in
      try Descriptor.open(words, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    }
    let ending = try run(shape.arguments(to: video), errors: errors, isCancelled: isCancelled, next: next)
    guard ending == .exited(0) else { throw .videoFailed(detail: Self.firstLine(of: words) ?? Self.text(of: ending)) }
    do throws(PlatformError) {
      let bytes = try FileReader.bytes(of: video, maxBytes: Self.maxBytes)
      if !bytes.isEmpty { return bytes }
    } catch {
      guard case .noSuchFile = error else { throw WorkspaceError(error) }
    }
    throw .videoFailed(detail: "it wrote nothing")
  }

  /// Runs ffmpeg to its end, also when it wants no more frames before the last.
  private func run(
    _ arguments: [String], errors: Descriptor, isCancelled: () -> Bool,
    next: () throws(WorkspaceError) -> [UInt8]?
  ) throws(WorkspaceError) -> ChildProcess.Ending? {
    var process: FedProcess
    do throws(PlatformError) {
      process = try FedProcess(
        ChildProcess.Program(path: program, arguments: arguments, environment: CurrentProcess.environment()),
        errors: errors)
    } catch {
      throw .videoFailed(detail: "\(error)")
    }
    var isHungry = true
    while isHungry, let frame = try next() {
      do throws(FedProcess.Interruption) {
        isHungry = try process.feed(frame, patience: Self.patience, isCancelled: isCancelled)
      } catch {
        throw WorkspaceError(error)
      }
    }
    let ending: ChildProcess.Ending?
    do throws(FedProcess.Interruption) {
      ending = try process.finish(patience: Self.patience, isCancelled: isCancelled)
    } catch {
      throw WorkspaceError(error)
    }
    if ending == .exited(0), !isHungry { throw .videoFailed(detail: "it ended before the last frame") }
    return ending
  }

  /// The first thing ffmpeg complained about, without the address of the part that did; nil when it said nothing.
  private static func firstLine(of path: String) -> String? {
    var bytes: [UInt8] = []
    guard let file = try? Descriptor.open(path, for: .reading) else { return nil }
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      let count = (try? file.read(into: buffer, path: path)) ?? 0
      bytes = Array(buffer[..<count])
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let line = lines.lazy.map { $0.replacing(#/^\s*\[[^\]]*\]\s*/#, with: "") }.first { !$0.isEmpty }
    return line.map { line in
      let text = line.filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
      return String(text.prefix(200).reversed().drop { $0 == "." || $0 == " " }.reversed())
    }
  }

  private static func text(of ending: ChildProcess.Ending?) -> String {
    switch ending {
    case .exited(let status): "it ended with status \(status)"
    case .killed(let signal): "signal \(signal) ended it"
    case nil: "the system does not tell how it ended"
    }
  }
}

extension WorkspaceError {
  /// Places why nobody waits for ffmpeg any longer.
  fileprivate init(_ interruption: FedProcess.Interruption) {
    switch interruption {
    case .cancelled: self = .cancelled
    case .silent: self = .videoFailed(detail: "it did nothing for five minutes")
    }
  }
}
