// The simple job on one line with simdjson On-Demand: who is refused what, exact on escaped keys.
//
// On-Demand looks up keys as they are spelled, so `"co\u0064e"` would be missed: all keys are
// unescaped and compared here. That costs no more than comparing the plain ones in place.
#pragma once
#include <simdjson.h>

#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>

namespace denied {

namespace od = simdjson::ondemand;
using Counts = std::unordered_map<std::string, unsigned long long>;

inline void check(simdjson::error_code error) {
  if (error) throw simdjson::simdjson_error(error);
}

/// The name of a field without escapes; simdjson allows to ask for it once.
inline std::string_view name_of(od::field &field) { return field.unescaped_key(); }

class Scanner {
 public:
  Counts counts;

  /// Counts a line if it is refused; `SIMDJSON_PADDING` bytes behind it must be readable.
  void scan(const char *line, size_t size, size_t capacity) {
    if (size == 0) return;
    od::document document;
    check(parser.iterate(simdjson::padded_string_view(line, size, capacity)).get(document));
    long code = status_code(document);
    if (code != 7 && code != 8 && code != 16) return;
    document.rewind();
    add(document, code);
  }

 private:
  od::parser parser;
  std::string key, who, subject, message, permission;

  static long status_code(od::document &document) {
    long code = 0;
    for (od::field outer : document.get_object()) {
      if (name_of(outer) != "protoPayload") continue;
      for (od::field field : outer.value().get_object()) {
        if (name_of(field) != "status") continue;
        for (od::field part : field.value().get_object())
          if (name_of(part) == "code") code = long(int64_t(part.value().get_int64()));
        return code;
      }
      return code;
    }
    return code;
  }

  static void copy(od::field &field, std::string &to) {
    std::string_view text = field.value().get_string();
    to.assign(text.data(), text.size());
  }

  void add(od::document &document, long code) {
    who.clear(), subject.clear(), message.clear(), permission.clear();
    for (od::field outer : document.get_object()) {
      if (name_of(outer) != "protoPayload") continue;
      for (od::field field : outer.value().get_object()) {
        std::string_view name = name_of(field);
        if (name == "authenticationInfo") {
          for (od::field part : field.value().get_object()) {
            std::string_view part_name = name_of(part);
            if (part_name == "principalEmail") copy(part, who);
            else if (part_name == "principalSubject") copy(part, subject);
          }
        } else if (name == "authorizationInfo") {
          first_refused(field);
        } else if (name == "status") {
          for (od::field part : field.value().get_object())
            if (name_of(part) == "message") copy(part, message);
        }
      }
      break;
    }
    bool has_quota = message.find("Quota exceeded") != std::string::npos;
    const char *bucket = code == 7 ? "1152" : code == 16 || has_quota ? "1100" : "1153";
    key.assign(who.empty() ? subject : who);
    key.append("\t").append(bucket).append("\t").append(permission);
    ++counts[key];
  }

  /// The first permission that is not granted.
  void first_refused(od::field &field) {
    std::string name;
    for (od::object check_of : field.value().get_array()) {
      bool is_granted = false;
      name.clear();
      for (od::field part : check_of) {
        std::string_view part_name = name_of(part);
        if (part_name == "permission") copy(part, name);
        else if (part_name == "granted") is_granted = bool(part.value().get_bool());
      }
      if (is_granted) continue;
      permission = name;
      return;
    }
  }
};

}  // namespace denied
