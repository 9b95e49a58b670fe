import Catalog
import Foundation
import ShotList

/// The shot list language on the example and on a long file.
enum LanguageBench {
  static func rows(examples: String) throws -> [Row] {
    let long = try lengthened("\(examples)/trailhead.kraf", toLines: 500)
    let catalog = Catalog.builtIn
    let parse = Samples(count: 200, warmUp: 20) { _ = ShotList.parse(long) }
    let analyse = Samples(count: 200, warmUp: 20) { _ = ShotList.analyse(long, catalog: catalog) }
    return [
      Row(name: "parse a shot list of 500 lines", value: parse.median, unit: "ms"),
      Row(name: "analyse a shot list of 500 lines", value: analyse.median, unit: "ms", target: 5),
    ]
  }

  /// The shot list in a file with its shots repeated under other names.
  static func lengthened(_ path: String, toLines count: Int) throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let start = text.range(of: "\n## ")?.lowerBound ?? text.startIndex
    var result = String(text[..<start])
    var round = 0
    while result.utf8.count(where: { $0 == 10 }) < count {
      round += 1
      let shots = text[start...].replacingOccurrences(
        of: "\n## (\\S+).*", with: "\n## $1 number \(round)", options: .regularExpression)
      result += shots
    }
    return result
  }
}
