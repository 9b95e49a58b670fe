import Platform
import RPCProtocol

/// `krafd cutout`: writes a photo without its background.
public struct CutoutRun: Sendable {
  public var photo: String
  public var output: String
  public var printsJSON: Bool

  public init(photo: String, output: String, printsJSON: Bool) {
    self.photo = photo
    self.output = output
    self.printsJSON = printsJSON
  }

  public func run() throws(CommandFailure) {
    var link = try DaemonLink.start()
    let started = try link.call(
      KrafEdit(
        path: WorkingFolder.absolute(photo), operation: "removeBackground", parameters: [:],
        key: "cutout-\(OrderKey.fresh())", output: WorkingFolder.absolute(output)))
    let job = try link.finish(started.job) { progress in
      Terminal.progress("\(progress.stage), \(Int(progress.fraction * 100)) %")
    }
    Terminal.progress("")
    guard let cut = job.outputs.first else { throw .failed("The daemon made no cut-out of '\(photo)'") }
    let confidence = cut.confidence ?? 1
    if printsJSON {
      let document: JSONValue = [
        "path": WorkingFolder.absolute(output).json, "width": cut.width.json, "height": cut.height.json,
        "confidence": .double(confidence), "reasons": ((cut.reasons ?? []) as [String]).json,
        "elapsedMs": job.elapsedMs.json,
      ]
      return Terminal.say(document.text)
    }
    Terminal.say(
      "\(output)  \(cut.width) × \(cut.height)  confidence \(Table.seconds(Int(confidence * 1000)))"
        + "  \(Table.seconds(job.elapsedMs)) s")
    for reason in cut.reasons ?? [] { Terminal.tell("note: \(reason)") }
  }
}
