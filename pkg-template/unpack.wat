;; Puts bytes in the place of the text that `packed-bytes.js` has laid behind its tables.
(module
  (memory (export "memory") 1)
  (func (export "unpack") (param $from i32) (param $end i32) (result i32)
    (local $to i32)
    ;; Where the row lies by which the next character is read.
    (local $row i32)
    (local $meant i32)
    (local.set $to (local.get $from))
    (loop $next
      (local.set $meant
        (i32.load16_s (i32.add (local.get $row) (i32.shl (i32.load8_u (local.get $from)) (i32.const 1)))))
      (if (i32.lt_s (local.get $meant) (i32.const 0))
        (then (local.set $row (i32.sub (i32.const 0) (local.get $meant))))
        (else
          (i32.store8 (local.get $to) (local.get $meant))
          (local.set $to (i32.add (local.get $to) (i32.const 1)))
          (local.set $row (i32.const 0))))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $from) (local.get $end))))
    (local.get $to)))
