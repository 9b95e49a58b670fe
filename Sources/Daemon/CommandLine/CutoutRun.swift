import Imaging
import Platform
import Providers
import RPCProtocol
import Workspace

/// `krafd cutout`: writes a photo without its background.
public struct CutoutRun: Sendable {
  public var photo: String
  public var output: String
  public var hints: Hints
  public var explain: String?
  public var printsJSON: Bool

  /// What the user pointed out, in px of the photo; the daemon checks it.
  public struct Hints: Sendable {
    var parameters: JSONObject = [:]

    public init(box: [Double]?, product: [[Double]], background: [[Double]]) {
      if let box { parameters["box"] = Self.json(box) }
      if !product.isEmpty { parameters["product"] = .array(product.map(Self.json)) }
      if !background.isEmpty { parameters["background"] = .array(background.map(Self.json)) }
    }

    private static func json(_ numbers: [Double]) -> JSONValue { .array(numbers.map { .double($0) }) }
  }

  public init(photo: String, output: String, hints: Hints, explain: String?, printsJSON: Bool) {
    self.photo = photo
    self.output = output
    self.hints = hints
    self.explain = explain
    self.printsJSON = printsJSON
  }

  public func run() throws(CommandFailure) {
    let stages = try explain.map { folder throws(CommandFailure) in
      try writeStages(to: WorkingFolder.absolute(folder))
    }
    var link = try DaemonLink.start()
    let started = try link.call(
      KrafEdit(
        path: WorkingFolder.absolute(photo), operation: "removeBackground", parameters: hints.parameters,
        key: "cutout-\(OrderKey.fresh())", output: WorkingFolder.absolute(output)))
    let job = try link.finish(started.job) { progress in
      Terminal.progress("\(progress.stage), \(Int(progress.fraction * 100)) %")
    }
    Terminal.progress("")
    guard let cut = job.outputs.first else { throw .failed("The daemon made no cut-out of '\(photo)'") }
    let confidence = cut.confidence ?? 1
    if printsJSON {
      var document: JSONObject = [
        "path": WorkingFolder.absolute(output).json, "width": cut.width.json, "height": cut.height.json,
        "confidence": .double(confidence), "reasons": ((cut.reasons ?? []) as [String]).json,
        "elapsedMs": job.elapsedMs.json,
      ]
      document["stages"] = stages?.json
      return Terminal.say(JSONValue.object(document).text)
    }
    Terminal.say(
      "\(output)  \(cut.width) × \(cut.height)  confidence \(Table.seconds(Int(confidence * 1000)))"
        + "  \(Table.seconds(job.elapsedMs)) s")
    for path in stages ?? [] { Terminal.say(path) }
    for reason in cut.reasons ?? [] { Terminal.tell("note: \(reason)") }
  }

  /// Cuts here, without the daemon, and writes what each stage made; answers the files.
  private func writeStages(to folder: String) throws(CommandFailure) -> [String] {
    let parameters: OperationParameters
    do throws(RPCError) { parameters = try OperationParameters(hints.parameters) } catch {
      throw .usage(error.message)
    }
    let model = CutoutModelShelf()
    do throws(WorkspaceError) {
      return try CutOutStages.write(of: WorkingFolder.absolute(photo), to: folder, parameters) {
        () throws(ImagingError) in try model.current()
      }
    } catch {
      let sentence = error.sentence
      throw CommandFailure(reason: sentence.reason, sentence: sentence.text)
    }
  }
}
