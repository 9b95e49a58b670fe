import Foundation
import Imaging
import RPCProtocol

/// What the cut-out of the example bottle costs in the daemon: one more stroke, and memory for a large photo.
struct CutOutBench {
  private let daemon: DaemonProcess
  private let photo: Raster

  init(_ arguments: Arguments) throws {
    daemon = DaemonProcess(arguments)
    let path = "\(arguments.examples)/photos/bottle-studio.jpg"
    photo = try ImageFile.decode([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  func rows() throws -> [Row] {
    [try stroke(), try memory()]
  }

  /// From the order to the end of the job that refines the mask of a 1024 px photo, another stroke each time.
  private func stroke() throws -> Row {
    let folder = try folder(side: 1024)
    let client = try daemon.connect()
    try client.call("kraf/workspace/open", ["path": .string(folder)])
    let path: JSONValue = .string("\(folder)/photo.png")
    let first = try edit(client, ["path": path, "operation": "removeBackground", "key": "cut"])
    guard let mask = first["outputs"]?[1]?["asset"] else { throw RawClient.Closed() }
    var round = 0
    let samples = try Samples(count: 9) {
      round += 1
      let x = Double(300 + 20 * round)
      let line: JSONValue = .array([.array([x, 500, x + 60, 520].map(JSONValue.double))])
      _ = try edit(
        client,
        [
          "path": path, "operation": "refineMask", "mask": mask, "key": .string("stroke-\(round)"),
          "parameters": ["background": line],
        ])
    }
    return Row(name: "one more stroke on the mask of a 1024 px photo", value: samples.median, unit: "ms", target: 150)
  }

  /// A daemon that has done nothing else.
  private func memory() throws -> Row {
    let folder = try folder(side: 4096)
    try daemon.run("stop")
    try daemon.run("cutout", "\(folder)/photo.png", "\(folder)/cut.png")
    let status = try daemon.connect().call("kraf/status")
    guard case .integer(let pid) = status["result"]?["pid"] else { throw RawClient.Closed() }
    return Row(
      name: "peak memory of the daemon, cut-out at 4096 px", value: try Process.peakMemory(of: "\(pid)"), unit: "MiB",
      target: 500)
  }

  /// Orders an edit and answers its job when that has ended.
  private func edit(_ client: RawClient, _ order: JSONValue) throws -> JSONValue {
    guard let job = try client.call("kraf/edit", order)["result"]?["job"],
      let done = try client.call("kraf/job/wait", ["job": job])["result"], done["state"] == "done"
    else { throw RawClient.Closed() }
    return done
  }

  /// A fresh folder with the photo, stretched to a square of `side` px.
  private func folder(side: Int) throws -> String {
    let folder = "\(daemon.scratch)/cutout-\(side)-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let bytes = try ImageFile.encode(try photo.resize(toWidth: side, height: side), as: .png, options: .cache)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/photo.png"))
    return folder
  }
}
