import CStudioKernels
import Imaging

/// Traces one size of one scene, pass by pass.
struct Renderer: Sendable {
  let scene: Scene
  let built: BuiltSet
  let tone: ToneGrid
  let canvas: Canvas
  let workers: Workers
  let seed: UInt32
  let plinthColor: SIMD3<Float>

  /// The longer side of the product's visible part, in px.
  let productSize: Float

  /// The set with this size's mapping from px to rays.
  private let set: Memory<KrafdStudioSet>

  /// Noise of a px, as a share of its color, under which a tile stops.
  private static let quiet: Float = 0.008

  init(_ job: StudioJob, built: BuiltSet, tone: ToneGrid, layout: Layout, locked: Raster, workers: Workers) {
    scene = job.scene
    seed = job.seed
    self.built = built
    self.tone = tone
    self.workers = workers
    canvas = Canvas(locked: locked)
    productSize = Float(max(layout.placement.width, layout.placement.height))
    set = Memory(1, built.set)
    set.start.pointee.origin_x = Float(layout.originX)
    set.start.pointee.origin_y = Float(layout.originY)
    set.start.pointee.scale = Float(layout.scale)
    plinthColor = SIMD3(built.set.plinth.color.0, built.set.plinth.color.1, built.set.plinth.color.2)
  }

  /// Meets every px with the set and paints the empty set. Comes before all passes.
  func prepare() throws(StudioError) {
    FilterReach(canvas).fill()
    try workers.run(canvas.tiles) { tile in
      let (columns, rows) = canvas.area(tile)
      let scratch = TileScratch(
        (columns.lowerBound - 1..<columns.upperBound + 1, rows.lowerBound - 1..<rows.upperBound + 1))
      krafd_studio_guide(set.start, scratch.columns, scratch.rows, scratch.count, scratch.guides.start)
      for row in 1...rows.count {
        for column in 1...columns.count { paint(scratch, row * (columns.count + 2) + column) }
      }
    }
  }

  private func paint(_ scratch: TileScratch, _ place: Int) {
    let at = scratch.pixel(place, width: canvas.width)
    let guide = scratch.guides.start[place]
    let size = canvas.width * canvas.height
    let spot = canvas.guides.start + at
    (spot[0], spot[size], spot[2 * size]) = (Float(guide.thing), guide.normal.1, guide.normal.2)
    let color: SIMD4<Float>
    if scratch.isUniform(around: place) {
      color = guide.thing == 3 ? SIMD4(0, 0, 0, 1) : tone.read(x: guide.x, s: guide.s).color
    } else {
      color = supersampled(column: scratch.columns[place], row: scratch.rows[place])
      spot[0] = -2
    }
    if canvas.locked.bytes[at * 4 + 3] == 255 { spot[0] = -1 }
    let base = canvas.base.start + at * 4
    (base[0], base[1], base[2], base[3]) = (color.x, color.y, color.z, color.w)
  }

  /// The mean of 64 points of a px in which two things meet.
  private func supersampled(column: Float, row: Float) -> SIMD4<Float> {
    let points = 0..<64
    let columns = points.map { column + (Float($0 % 8) - 3.5) / 8 }
    let rows = points.map { row + (Float($0 / 8) - 3.5) / 8 }
    var guides = [KrafdStudioGuide](repeating: KrafdStudioGuide(), count: points.count)
    krafd_studio_guide(set.start, columns, rows, points.count, &guides)
    let sum = guides.reduce(SIMD4<Float>.zero) { sum, guide in
      sum + (guide.thing == 3 ? SIMD4(0, 0, 0, 1) : tone.read(x: guide.x, s: guide.s).color)
    }
    return sum / Float(points.count)
  }

  /// Adds samples `range` to every tile that is not quiet yet.
  func trace(_ range: Range<Int>) throws(StudioError) {
    try workers.run(canvas.tiles) { tile in
      guard canvas.counts.start[tile] == range.lowerBound, !isQuiet(tile) else { return }
      let scratch = TileScratch(canvas.area(tile))
      krafd_studio_guide(set.start, scratch.columns, scratch.rows, scratch.count, scratch.guides.start)
      trace(scratch, range)
      canvas.counts.start[tile] = Int32(range.upperBound)
    }
  }

  /// Px in which two things meet cannot be filtered, so they get four times the samples.
  private func trace(_ scratch: TileScratch, _ range: Range<Int>) {
    let places = (0..<scratch.count).filter { !canvas.isHidden(scratch.pixel($0, width: canvas.width)) }
    let edges = places.filter { canvas.guides.start[scratch.pixel($0, width: canvas.width)] == -2 }
    let plain = places.filter { canvas.guides.start[scratch.pixel($0, width: canvas.width)] != -2 }
    trace(scratch, plain, range, share: 1)
    trace(scratch, edges, range.lowerBound * 4..<range.upperBound * 4, share: 0.25)
  }

  private func trace(_ scratch: TileScratch, _ places: [Int], _ range: Range<Int>, share: Float) {
    guard !places.isEmpty else { return }
    var pixels: [Int32] = []
    var (bases, inverses) = ([Float](), [Float]())
    for place in places {
      let at = scratch.pixel(place, width: canvas.width)
      let guide = scratch.guides.start[place]
      let read = tone.read(x: guide.x, s: guide.s)
      pixels += [Int32(at % canvas.width), Int32(at / canvas.width)]
      bases += [read.color.x, read.color.y, read.color.z, 0]
      inverses += [read.inverse.x, read.inverse.y, read.inverse.z, 0]
    }
    var sums = [Float](repeating: 0, count: places.count * 4)
    krafd_studio_trace(
      set.start, pixels, places.count, bases, inverses, seed, UInt32(range.lowerBound), UInt32(range.count), &sums)
    for (order, place) in places.enumerated() {
      let at = scratch.pixel(place, width: canvas.width) * 4
      for channel in 0..<4 { canvas.sums.start[at + channel] += sums[order * 4 + channel] * share }
    }
  }

  /// Whether the mean error of a tile's px is below what the filter and the eye forgive.
  private func isQuiet(_ tile: Int) -> Bool {
    let count = Float(canvas.counts.start[tile])
    guard count >= 8 else { return false }
    let (columns, rows) = canvas.area(tile)
    var (sum, pixels) = (Float(0), Float(0))
    for y in rows {
      for x in columns {
        let at = y * canvas.width + x
        guard !canvas.isHidden(at) else { continue }
        let spot = canvas.sums.start + at * 4
        let mean = luminance(SIMD3(spot[0], spot[1], spot[2])) / count
        sum += max(spot[3] / count - mean * mean, 0) / count
        pixels += 1
      }
    }
    return pixels == 0 || (sum / pixels).squareRoot() < Self.quiet
  }
}

/// The px of one tile in the kernels' form.
final class TileScratch {
  // A class so that the guides are filled in place.
  let columns: [Float]
  let rows: [Float]
  let guides: Memory<KrafdStudioGuide>
  private let area: (columns: Range<Int>, rows: Range<Int>)

  var count: Int { columns.count }

  init(_ area: (columns: Range<Int>, rows: Range<Int>)) {
    self.area = area
    columns = area.rows.flatMap { _ in area.columns.map { Float($0) + 0.5 } }
    rows = area.rows.flatMap { row in area.columns.map { _ in Float(row) + 0.5 } }
    guides = Memory(columns.count, KrafdStudioGuide())
  }

  /// The number of a px in the picture.
  func pixel(_ place: Int, width: Int) -> Int {
    (area.rows.lowerBound + place / area.columns.count) * width + area.columns.lowerBound + place % area.columns.count
  }

  /// Whether a px that is not at the area's border meets the same thing as its eight neighbours.
  func isUniform(around place: Int) -> Bool {
    let wide = area.columns.count
    let thing = guides.start[place].thing
    return [-wide - 1, -wide, -wide + 1, -1, 1, wide - 1, wide, wide + 1].allSatisfy {
      guides.start[place + $0].thing == thing
    }
  }
}
