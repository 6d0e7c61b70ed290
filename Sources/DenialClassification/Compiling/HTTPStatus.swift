/// HTTP statuses that count as a `google.rpc.Code`, for other engines.
package enum HTTPStatus {
  /// Each status with its code, by status.
  package static let codes = (100...599).compactMap { status in
    StatusCode.canonical(httpStatus: status).map { (status: status, code: $0) }
  }
}
