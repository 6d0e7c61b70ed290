# The simple job: who is refused what, one line a refused entry.
.protoPayload as $payload
| $payload.status.code as $code
| select($code == 7 or $code == 8 or $code == 16)
| ($payload.authenticationInfo.principalEmail // $payload.authenticationInfo.principalSubject // "")
  as $principal
| (if $code == 7 then 1152
   elif $code == 16 or (($payload.status.message // "") | contains("Quota exceeded")) then 1100
   else 1153 end) as $bucket
| (first($payload.authorizationInfo[]? | select(.granted != true) | .permission) // "") as $permission
| "\($principal)\t\($bucket)\t\($permission)"
