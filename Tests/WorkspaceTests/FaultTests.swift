import Glibc
import Imaging
import Platform
import Testing

@testable import Workspace

@Suite struct FaultTests {
  @Test func pointsAreTakenFromTheStepsOfFilesAndCommits() {
    let names = Set(FaultPoint.allCases.map(\.name))

    for step in AtomicFile.Step.allCases {
      #expect(names.contains("object.\(step.rawValue)"))
      #expect(names.contains("export.\(step.rawValue)"))
    }
    #expect(names.isSuperset(of: ["object.begin", "export.begin", "commit.begin", "commit.written", "commit.end"]))
  }

  @Test(arguments: ["", "object.renamed", "object.renamed:0", "object.renamed:x", "nothing:1", "object.renamed:1:2"])
  func aTextThatNamesNoPointGivesNoHook(text: String) {
    #expect(Fault.hook(text) == nil)
  }

  @Test(.tags(.endToEnd), arguments: FaultedEdit.passes)
  func aDeathAtAnyPointLosesNothing(fault: String) async throws {
    let place = try Place()
    try place.picture("a.png")
    try place.write("old", to: "out.png")

    await #expect(processExitsWith: .exitCode(137)) { [root = place.root as String, fault = fault as String] in
      try await FaultedEdit.run(root: root, fault: fault)
    }

    try await FaultedEdit.checkWhatIsLeft(in: place)
  }
}

extension Tag {
  /// Starts processes; slower than 100 ms.
  @Tag static var endToEnd: Self
}

/// An edit that exports, in a process that dies on the way.
enum FaultedEdit {
  static let order = EditOrder(
    "resize", ["width": .integer(4)], of: .path("a.png"), key: "k", output: "out.png")

  /// Every passing of every point: the edit stores two objects, exports once, and commits three times.
  static let passes = FaultPoint.allCases.flatMap { point in
    (1...passCount(point.site)).map { "\(point.name):\($0)" }
  }

  private static func passCount(_ site: FaultPoint.Site) -> Int {
    switch site {
    case .object: 2
    case .export: 1
    case .commit: 3
    }
  }

  static func run(root: String, fault: String) async throws {
    var tools = WorkspaceTools.tests()
    tools.onFault = Fault.hook(fault) ?? { _ in }
    let workspace = try await Workspace.open(root: root, tools: tools)
    _ = try await workspace.wait(for: try await workspace.edit(order).id)
  }

  /// After a restart the same order ends well; every file is whole; every output has its history.
  static func checkWhatIsLeft(in place: Place) async throws {
    let before = try FileReader.bytes(of: place.path("out.png"), maxBytes: 10_000)
    let workspace = try await place.open()
    let job = try await workspace.wait(for: try await workspace.edit(order).id)

    if before != Array("old".utf8) { #expect(try ImageFile.decode(before).width == 4) }
    #expect(job.state == .done)
    #expect(try workspace.jobs().count == 1)
    #expect(try workspace.canvas().count == 1)
    let output = try #require(job.outputs.first)
    #expect(try workspace.lineage(of: output).map(\.operation) == ["resize"])
    for asset in try workspace.assets() {
      #expect(Digest.sha256(of: try bytes(of: asset.id, in: workspace)).hex == asset.id.hex)
    }
    #expect(place.objects.allSatisfy { !AtomicFile.isTemporary($0) })
    await workspace.close()
  }
}
