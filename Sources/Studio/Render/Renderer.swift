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
    plinthColor = scene.plinth.map { BuiltSet.linear($0.color) } ?? SIMD3(1, 1, 1)
  }

  /// Meets every px with the set and paints the empty set. Comes before all passes.
  func prepare() throws(StudioError) {
    FilterReach(canvas).fill()
    try workers.run(canvas.tiles) { tile in
      let scratch = TileScratch(canvas.area(tile))
      krafd_studio_guide(set.start, scratch.columns, scratch.rows, scratch.count, scratch.guides.start)
      for place in 0..<scratch.count { paint(scratch, place) }
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

  /// The mean of 16 points of a px in which two things meet.
  private func supersampled(column: Float, row: Float) -> SIMD4<Float> {
    let offsets = (0..<16).map { (Float($0 % 4) - 1.5) / 4 }
    let columns = offsets.map { column + $0 }
    let rows = (0..<16).map { row + (Float($0 / 4) - 1.5) / 4 }
    var guides = [KrafdStudioGuide](repeating: KrafdStudioGuide(), count: 16)
    krafd_studio_guide(set.start, columns, rows, 16, &guides)
    let sum = guides.reduce(SIMD4<Float>.zero) { sum, guide in
      sum + (guide.thing == 3 ? SIMD4(0, 0, 0, 1) : tone.read(x: guide.x, s: guide.s).color)
    }
    return sum / 16
  }

  /// Adds samples `range` to every tile that is not quiet yet.
  func trace(_ range: Range<Int>) throws(StudioError) {
    try workers.run(canvas.tiles) { tile in
      guard canvas.counts.start[tile] == range.lowerBound, !isQuiet(tile) else { return }
      let scratch = TileScratch(canvas.area(tile))
      krafd_studio_guide(set.start, scratch.columns, scratch.rows, scratch.count, scratch.guides.start)
      trace(tile, scratch, range)
      canvas.counts.start[tile] = Int32(range.upperBound)
    }
  }

  private func trace(_ tile: Int, _ scratch: TileScratch, _ range: Range<Int>) {
    var (pixels, places) = ([Int32](), [Int]())
    var (bases, inverses) = ([Float](), [Float]())
    for place in 0..<scratch.count {
      let at = scratch.pixel(place, width: canvas.width)
      guard !canvas.isHidden(at) else { continue }
      let guide = scratch.guides.start[place]
      let read = tone.read(x: guide.x, s: guide.s)
      places.append(at)
      pixels += [Int32(at % canvas.width), Int32(at / canvas.width)]
      bases += [read.color.x, read.color.y, read.color.z, 0]
      inverses += [read.inverse.x, read.inverse.y, read.inverse.z, 0]
    }
    var sums = [Float](repeating: 0, count: places.count * 4)
    krafd_studio_trace(
      set.start, pixels, places.count, bases, inverses, seed, UInt32(range.lowerBound), UInt32(range.count), &sums)
    for (place, at) in places.enumerated() {
      for channel in 0..<4 { canvas.sums.start[at * 4 + channel] += sums[place * 4 + channel] }
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

  /// Whether the px and its neighbours in the tile meet one thing. At a tile's border the inner neighbours decide.
  func isUniform(around place: Int) -> Bool {
    let wide = area.columns.count
    let thing = guides.start[place].thing
    let column = place % wide
    return (column == 0 || guides.start[place - 1].thing == thing)
      && (column + 1 == wide || guides.start[place + 1].thing == thing)
      && (place < wide || guides.start[place - wide].thing == thing)
      && (place + wide >= count || guides.start[place + wide].thing == thing)
  }
}
