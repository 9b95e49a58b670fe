import CStudioKernels

/// A job's set in plain numbers, so that another renderer can build the same and be measured beside this one.
///
/// World and camera as in `KrafdStudioSet`; colors are linear.
package struct SetDescription: Sendable, Encodable {
  package struct Lamp: Sendable, Encodable {
    var center: [Float]
    var u: [Float]
    var v: [Float]
    /// Of its bright side.
    var radiance: [Float]
  }

  package struct Body: Sendable, Encodable {
    var columns: Int
    var rows: Int
    var cellsAUnit: Float
    var left: Float
    var top: Float
    /// Near and far depth of each cell, row by row; a far depth beyond the near one marks an empty cell.
    var front: [Float]
    var back: [Float]
    /// Linear red, green and blue of each cell.
    var albedo: [Float]
  }

  var width: Int
  var height: Int
  var eye: [Float]
  var origin: [Float]
  var scale: Float
  var floor: Float
  var wall: Float
  var bendRadius: Float
  var floorAlbedo: [Float]
  var skyLow: [Float]
  var skyHigh: [Float]
  /// The radiance of a white card that counts as 1.
  var reference: [Float]
  var lamps: [Lamp]
  var body: Body

  init(_ built: BuiltSet, layout: Layout) {
    let set = built.set
    width = layout.width
    height = layout.height
    eye = Self.list(set.eye)
    origin = [set.origin_x, set.origin_y]
    scale = set.scale
    floor = set.floor_y
    wall = set.wall_z
    bendRadius = set.radius
    floorAlbedo = Self.list(set.floor_albedo)
    skyLow = Self.list(set.sky_low)
    skyHigh = Self.list(set.sky_high)
    reference = Self.list(set.reference)
    lamps = (0..<Int(set.light_count)).map { number in
      let lamp = built.lamp(number)
      return Lamp(
        center: Self.list(lamp.center), u: Self.list(lamp.u), v: Self.list(lamp.v),
        // Kernels divide radiance by pi once for all.
        radiance: Self.list(lamp.radiance).map { $0 * .pi })
    }
    body = Body(set.body)
  }

  private static func list(_ a: (Float, Float, Float)) -> [Float] { [a.0, a.1, a.2] }
}

extension SetDescription.Body {
  init(_ body: KrafdStudioBody) {
    columns = Int(body.columns)
    rows = Int(body.rows)
    cellsAUnit = body.cells_a_unit
    left = body.left
    top = body.top
    let count = columns * rows
    let step = body.depth / 4_095
    let cells = UnsafeBufferPointer(start: body.cells, count: count)
    front = cells.map { $0 & 0xff == 0 ? body.back + Float($0 >> 20) * step : 0 }
    back = cells.map { $0 & 0xff == 0 ? body.back + Float($0 >> 8 & 0xfff) * step : 1 }
    albedo = UnsafeBufferPointer(start: body.surface, count: count).flatMap {
      [$0.albedo.0, $0.albedo.1, $0.albedo.2]
    }
  }
}

extension Studio {
  /// The set that a job renders.
  package static func describe(_ job: StudioJob) throws(StudioError) -> SetDescription {
    try job.check()
    let outline = try ProductOutline(job.product.image)
    let layout = Layout(job, outline: outline)
    let body = ProductBody(job.product, outline: outline, layout: layout)
    let built = BuiltSet(job.scene, layout: layout, body: body, form: job.product.form)
    _ = try Plate(built, layout: layout, workers: Workers(threads: 1, isCancelled: { false }))
    return SetDescription(built, layout: layout)
  }
}
