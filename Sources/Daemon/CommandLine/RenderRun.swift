import Platform
import RPCProtocol

/// `krafd render`: makes the pictures of a shot list and writes them into a folder.
public struct RenderRun: Sendable {
  public var file: String
  public var folder: String
  public var shots: [String]
  public var terms: RunTerms
  /// What moves in a clip beside each picture; none without it.
  public var motion: String?
  /// Whether everything must come out as the lock file says.
  public var isLocked: Bool
  public var printsJSON: Bool

  public init(
    file: String, folder: String, shots: [String], terms: RunTerms, motion: String? = nil, isLocked: Bool = false,
    printsJSON: Bool
  ) {
    self.isLocked = isLocked
    self.file = file
    self.folder = folder
    self.shots = shots
    self.terms = terms
    self.motion = motion
    self.printsJSON = printsJSON
  }

  /// One file that was written.
  private struct Made {
    var job: JobDescription
    var asset: String
    var path: String
    var width: Int
    var height: Int
    /// What could not be made beside it.
    var warning: String?
  }

  public func run() throws(CommandFailure) {
    let started = MonotonicClock.system.now
    let kind = try Self.kind(of: motion)
    let budget = try terms.budgetMicros
    let path = WorkingFolder.absolute(file)
    try WorkingFolder.make(folder)
    var link = try DaemonLink.start()
    let locked = try isLocked ? lockedPictures(&link) : nil
    let reply = try link.call(
      KrafGenerate(
        path: path, shots: shots.isEmpty ? nil : shots, style: terms.style, motion: kind,
        key: "render-\(OrderKey.fresh())", fresh: terms.isFresh, budgetMicros: budget), about: file)
    var made: [Made] = []
    for started in reply.jobs { made += try finish(started, &link) }
    Terminal.progress("")
    var warnings = reply.warnings + made.compactMap(\.warning)
    if let locked {
      try check(made, against: locked)
    } else {
      // The pictures are there: a lock file that cannot be written is worth a warning.
      do throws(CommandFailure) { _ = try link.call(KrafLock(path: path, write: true)) } catch {
        warnings.append("The lock file was not written: \(error.sentence)")
      }
    }
    report(made, warnings, elapsed: MonotonicClock.system.now - started)
  }

  /// The locked pictures. Throws: with every difference between the shot list and its lock file.
  private func lockedPictures(_ link: inout DaemonLink) throws(CommandFailure) -> Set<String> {
    guard terms.style == nil, motion == nil else {
      throw .usage("--locked makes what the lock file says; leave --style and --motion out")
    }
    let reply = try link.call(
      KrafLock(path: WorkingFolder.absolute(file), shots: shots.isEmpty ? nil : shots), about: file)
    guard reply.differences.isEmpty else {
      throw .failed(
        "This is not what '\(reply.lock)' says; nothing was made: \(reply.differences.joined(separator: "; "))")
    }
    return Set(reply.shots.flatMap(\.pictures))
  }

  /// Throws: when a picture is another than the locked one.
  private func check(_ made: [Made], against locked: Set<String>) throws(CommandFailure) {
    let others = made.filter { !locked.contains($0.asset) }.map { $0.job.shot ?? "" }
    guard others.isEmpty else {
      throw .failed(
        "\(others.joined(separator: ", ")) came out otherwise than locked, though the inputs are the same: "
          + "another version of krafd or other processors make other last bits; render without --locked to accept them")
    }
  }

  private static func kind(of motion: String?) throws(CommandFailure) -> ClipKind? {
    guard let motion else { return nil }
    guard let kind = ClipKind(rawValue: motion) else {
      let known = ClipKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("There is no motion '\(motion)'; take one of: \(known)")
    }
    return kind
  }

  private func finish(_ started: StartedJob, _ link: inout DaemonLink) throws(CommandFailure) -> [Made] {
    let job = try link.finish(started.job) { progress in
      Terminal.progress("\(started.shot): \(progress.stage), \(Int(progress.fraction * 100)) %")
    }
    var made: [Made] = []
    for output in job.outputs {
      let alike = job.outputs.filter { $0.mediaType == output.mediaType }
      let number = (alike.firstIndex { $0.asset == output.asset } ?? 0) + 1
      // A model's id may have a slash.
      let variant = started.variant.map { "-" + $0.replacing("/", with: "-") } ?? ""
      let own = started.shot + variant
      let name = alike.count == 1 ? own : "\(own)-\(number)"
      let isClip = output.mediaType == "image/webp"
      made.append(try write(output, of: job, named: name, as: isClip ? .webp : .png, &link))
      guard isClip else { continue }
      Terminal.progress("\(started.shot): writing the MP4")
      do throws(CommandFailure) {
        made.append(try write(output, of: job, named: name, as: .mp4, &link))
      } catch {
        // The clip is there already: without ffmpeg there is no MP4, and a broken one is worth a warning.
        switch error.reason {
        case "noVideoEncoder": break
        case "videoFailed": made[made.count - 1].warning = "\(started.shot): \(error.sentence)"
        default: throw error
        }
      }
    }
    return made
  }

  private func write(
    _ output: AssetDescription, of job: JobDescription, named name: String, as format: ExportFormat,
    _ link: inout DaemonLink
  ) throws(CommandFailure) -> Made {
    let path = "\(folder)/\(Self.stem(of: file))-\(name).\(format.rawValue)"
    let file = try link.call(AssetExport(asset: output.asset, path: WorkingFolder.absolute(path), format: format))
    return Made(job: job, asset: output.asset, path: path, width: file.width, height: file.height)
  }

  private func report(_ made: [Made], _ warnings: [String], elapsed: Duration) {
    // A job may have made several files; its warnings and its cost count once.
    let jobs = made.indices.filter { $0 == 0 || made[$0].job.job != made[$0 - 1].job.job }.map { made[$0].job }
    let all = warnings + jobs.flatMap { job in job.warnings.map { "\(job.shot ?? ""): \($0)" } }
    let cost = jobs.reduce(0) { $0 + $1.costMicros }
    if printsJSON {
      let outputs = made.map { one -> JSONValue in
        [
          "shot": (one.job.shot ?? "").json, "path": WorkingFolder.absolute(one.path).json,
          "asset": one.asset.json, "width": one.width.json, "height": one.height.json,
          "elapsedMs": one.job.elapsedMs.json, "costMicros": one.job.costMicros.json,
          "reused": (one.job.reused != nil).json,
        ]
      }
      let document: JSONValue = [
        "outputs": .array(outputs), "warnings": all.json, "costMicros": cost.json,
        "elapsedMs": Int(elapsed / .milliseconds(1)).json,
      ]
      return Terminal.say(document.text)
    }
    for warning in all { Terminal.tell("warning: \(warning)") }
    let rows = made.map { one in
      [
        one.job.shot ?? "", "\(one.width) × \(one.height)",
        one.job.reused == nil ? Table.seconds(one.job.elapsedMs) : "kept",
        Table.money(one.job.costMicros), one.path,
      ]
    }
    Terminal.say(Table.text(["shot", "size", "seconds", "cost", "picture"], rows))
    // A clip and its MP4 are one.
    let count = Set(made.map(\.asset)).count
    Terminal.say(
      "\(Table.count(count, "picture")) in "
        + "\(Table.seconds(Int(elapsed / .milliseconds(1)))) s, cost \(Table.money(cost))")
  }

  /// The file's name without its suffix.
  private static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".kraf") ? String(name.dropLast(5)) : name
  }
}
