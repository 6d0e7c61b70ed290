// What a C++ programmer would write for speed: simdjson On-Demand behind zlib or ISA-L.
//
// usage: simdjson_denied one zlib|isal FILE          one thread inflates, another parses
//        simdjson_denied shards zlib|isal FILE...    two threads, each inflates and parses files
//        simdjson_denied memory RUNS FILE...         one thread, text in memory: bytes and seconds
//
// Prints `principal TAB bucket TAB permission TAB count`. Batches of 512 KiB, four of them.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "denied.hpp"
#include "inflater.h"

using denied::Counts;
using denied::Scanner;

constexpr size_t batch_bytes = 512 * 1024;
constexpr int batch_count = 4;

/// Whole lines, and room behind them that simdjson may read.
struct Batch {
  std::vector<char> bytes;
  size_t size = 0;  // of the whole lines
};

/// Cuts the text of a file into batches; the rest of a line goes in front of the next one.
class Batcher {
 public:
  Batcher(const char *engine, const char *path) : source(inflater_open(engine, path)) {}
  ~Batcher() { inflater_close(source); }

  bool next(Batch &batch) {
    batch.size = 0;
    size_t filled = rest.size();
    size_t room = batch_bytes;
    while (!is_ended) {
      if (batch.bytes.size() < filled + room + simdjson::SIMDJSON_PADDING)
        batch.bytes.resize(filled + room + simdjson::SIMDJSON_PADDING);
      if (!rest.empty()) memcpy(batch.bytes.data(), rest.data(), rest.size());
      rest.clear();
      size_t got = inflater_read(source, (unsigned char *)batch.bytes.data() + filled, room);
      is_ended = got < room;
      filled += got;
      batch.size = is_ended ? filled : end_of_lines(batch, filled);
      if (batch.size > 0) break;  // else a line longer than a batch: read on
    }
    rest.assign(batch.bytes.data() + batch.size, batch.bytes.data() + filled);
    return batch.size > 0;
  }

 private:
  static size_t end_of_lines(const Batch &batch, size_t filled) {
    auto feed = (const char *)memrchr(batch.bytes.data(), '\n', filled);
    return feed ? size_t(feed - batch.bytes.data()) + 1 : 0;
  }

  inflater *source;
  std::vector<char> rest;
  bool is_ended = false;
};

void scan(Scanner &scanner, const Batch &batch) {
  const char *data = batch.bytes.data();
  for (size_t start = 0; start < batch.size;) {
    auto feed = (const char *)memchr(data + start, '\n', batch.size - start);
    size_t end = feed ? size_t(feed - data) : batch.size;
    scanner.scan(data + start, end - start, batch.bytes.size() - start);
    start = end + 1;
  }
}

/// Batches that go round between two threads.
class Queue {
 public:
  void put(Batch *batch) {
    {
      std::lock_guard<std::mutex> lock(mutex);
      batches.push_back(batch);
    }
    changed.notify_one();
  }

  Batch *take() {
    std::unique_lock<std::mutex> lock(mutex);
    changed.wait(lock, [&] { return !batches.empty(); });
    Batch *batch = batches.front();
    batches.pop_front();
    return batch;
  }

 private:
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Batch *> batches;
};

Counts one(const char *engine, const char *path) {
  Queue free, full;
  std::vector<Batch> pool(batch_count);
  for (auto &batch : pool) free.put(&batch);
  std::thread producer([&] {
    Batcher batcher(engine, path);
    while (true) {
      Batch *batch = free.take();
      bool is_more = batcher.next(*batch);
      full.put(is_more ? batch : nullptr);
      if (!is_more) return;
    }
  });
  Scanner scanner;
  while (Batch *batch = full.take()) {
    scan(scanner, *batch);
    free.put(batch);
  }
  producer.join();
  return scanner.counts;
}

Counts shards(const char *engine, const std::vector<const char *> &paths) {
  std::atomic<size_t> next{0};
  std::vector<Scanner> scanners(2);
  std::vector<std::thread> threads;
  for (auto &scanner : scanners)
    threads.emplace_back([&] {
      Batch batch;
      for (size_t index; (index = next++) < paths.size();) {
        Batcher batcher(engine, paths[index]);
        while (batcher.next(batch)) scan(scanner, batch);
      }
    });
  for (auto &thread : threads) thread.join();
  for (auto &[key, count] : scanners[1].counts) scanners[0].counts[key] += count;
  return scanners[0].counts;
}

void memory(int runs, const std::vector<const char *> &paths) {
  std::vector<Batch> batches;
  size_t bytes = 0;
  for (auto path : paths) {
    Batcher batcher("zlib", path);
    for (Batch batch; batcher.next(batch); batch = Batch()) {
      bytes += batch.size;
      batches.push_back(std::move(batch));
    }
  }
  for (int run = 0; run < runs; ++run) {
    Scanner scanner;
    auto start = std::chrono::steady_clock::now();
    for (auto &batch : batches) scan(scanner, batch);
    std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    printf("%zu\t%.6f\n", bytes, time.count());
  }
}

void print(const Counts &counts) {
  for (auto &[key, count] : counts) printf("%s\t%llu\n", key.c_str(), count);
}

int main(int count, char **arguments) {
  std::string mode = count > 3 ? arguments[1] : "";
  std::vector<const char *> paths(arguments + (count > 3 ? 3 : count), arguments + count);
  try {
    if (mode == "one") print(one(arguments[2], paths[0]));
    else if (mode == "shards") print(shards(arguments[2], paths));
    else if (mode == "memory") memory(atoi(arguments[2]), paths);
    else inflater_fail("usage: simdjson_denied one|shards zlib|isal FILE... | memory RUNS FILE...");
  } catch (simdjson::simdjson_error &error) {
    inflater_fail(error.what());
  }
}
