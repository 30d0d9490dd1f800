//! An order's times: Beijing time (UTC+8, no daylight saving), to the second or to the day.

use std::fmt::Write as _;

use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time};

use super::named::named;
use super::text;

/// In seconds.
pub const MINUTE: i64 = 60;
pub const HOUR_IN_SECONDS: i64 = 60 * MINUTE;
pub const DAY_IN_SECONDS: i64 = 24 * HOUR_IN_SECONDS;

/// Beijing's offset from UTC, in seconds.
const BEIJING: i64 = 8 * HOUR_IN_SECONDS;

named! {
    pub enum Precision {
        Second = "second",
        Day = "day",
    }
}

/// A point on Beijing's wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// `yyyyMMddHHmmss` as a number, which sorts by time; a day counts as its first second.
    digits: u64,
    pub precision: Precision,
}

// The place value of each part of a time in its digits.
const YEARS: u64 = 10_000_000_000;
const MONTHS: u64 = 100_000_000;
const DAYS: u64 = 1_000_000;
const HOURS: u64 = 10_000;
const MINUTES: u64 = 100;
const SECONDS: u64 = 1;

/// One of the forms a time takes on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WireTime {
    /// `yyyyMMddHHmmss` or `yyyyMMdd`.
    At(Moment),
    /// `OnAccept`: the service starts when the user confirms the order.
    OnAccept,
}

impl WireTime {
    /// Whether both are written in the same form.
    pub fn same_form(self, other: WireTime) -> bool {
        match (self, other) {
            (WireTime::At(one), WireTime::At(other)) => one.precision == other.precision,
            (WireTime::OnAccept, WireTime::OnAccept) => true,
            _ => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATime {
    /// None of the forms.
    Form,
    /// The right form, but no such date or time.
    Date,
}

impl Moment {
    fn of_clock(clock: PrimitiveDateTime) -> Self {
        let two_by_two = [u8::from(clock.month()), clock.day(), clock.hour(), clock.minute(), clock.second()];
        let year = u64::from(clock.year().unsigned_abs());
        let digits = two_by_two.iter().fold(year, |digits, part| digits * 100 + u64::from(*part));
        Moment { digits, precision: Precision::Second }
    }

    /// An instant in Beijing time.
    pub fn from_epoch_ms(ms: f64) -> Option<Self> {
        if !ms.is_finite() {
            return None;
        }
        Moment::from_epoch_seconds((ms as i64).div_euclid(1000))
    }

    fn from_epoch_seconds(seconds: i64) -> Option<Self> {
        let beijing = OffsetDateTime::from_unix_timestamp(seconds.saturating_add(BEIJING)).ok()?;
        let clock = PrimitiveDateTime::new(beijing.date(), beijing.time());
        (0..=9999).contains(&beijing.year()).then(|| Moment::of_clock(clock))
    }

    /// `None` if there is no such date or time.
    fn clock(self) -> Option<PrimitiveDateTime> {
        let part = |unit| self.part(unit) as u8;
        let month = Month::try_from(part(MONTHS)).ok()?;
        let date = Date::from_calendar_date((self.digits / YEARS) as i32, month, part(DAYS)).ok()?;
        let time = Time::from_hms(part(HOURS), part(MINUTES), part(SECONDS)).ok()?;
        Some(PrimitiveDateTime::new(date, time))
    }

    /// The two digits of one part.
    fn part(self, unit: u64) -> u64 {
        self.digits / unit % 100
    }

    fn to_epoch_seconds(self) -> i64 {
        self.clock().map_or(0, |clock| clock.assume_utc().unix_timestamp().saturating_sub(BEIJING))
    }

    pub fn to_epoch_ms(self) -> f64 {
        (self.to_epoch_seconds() as f64) * 1000.0
    }

    /// This many seconds later. A day counts from its first second.
    pub fn later_by(self, seconds: i64) -> Self {
        Moment::from_epoch_seconds(self.to_epoch_seconds() + seconds).unwrap_or(self)
    }

    /// How many seconds later this is than the other.
    pub fn seconds_after(self, other: Moment) -> i64 {
        self.to_epoch_seconds() - other.to_epoch_seconds()
    }

    pub fn to_precision(self, precision: Precision) -> Self {
        match precision {
            Precision::Second => Moment { precision, ..self },
            Precision::Day => self.to_day(),
        }
    }

    pub fn to_day(self) -> Self {
        Moment { digits: self.day().saturating_mul(DAYS), precision: Precision::Day }
    }

    fn day(self) -> u64 {
        self.digits / DAYS
    }

    /// Later than the other, to this moment's precision: by the second, or by the day.
    pub fn is_after(self, other: Moment) -> bool {
        match self.precision {
            Precision::Second => self.digits > other.digits,
            Precision::Day => self.day() > other.day(),
        }
    }

    /// Earlier than the other, to this moment's precision.
    pub fn is_before(self, other: Moment) -> bool {
        match self.precision {
            Precision::Second => self.digits < other.digits,
            Precision::Day => self.day() < other.day(),
        }
    }

    /// `yyyyMMddHHmmss` or `yyyyMMdd`.
    pub fn wire(self) -> String {
        self.written("", "", "")
    }

    /// `2009-12-25 09:10:10` or `2009-12-25`, for people.
    pub fn shown(self) -> String {
        self.written("-", " ", ":")
    }

    /// `2009-12-25T09:10:10+08:00`. A day counts as its first second.
    pub fn rfc3339(self) -> String {
        let mut text = Moment { precision: Precision::Second, ..self }.written("-", "T", ":");
        text.push_str("+08:00");
        text
    }

    fn written(self, in_date: &str, between: &str, in_time: &str) -> String {
        let [month, day, hour, minute, second] = [MONTHS, DAYS, HOURS, MINUTES, SECONDS].map(|unit| self.part(unit));
        let mut text = String::with_capacity(25);
        // Writing to a String cannot fail.
        let _ = write!(text, "{:04}{in_date}{month:02}{in_date}{day:02}", self.digits / YEARS);
        if self.precision == Precision::Second {
            let _ = write!(text, "{between}{hour:02}{in_time}{minute:02}{in_time}{second:02}");
        }
        text
    }
}

/// A time from its digits: year, month, day and, if there are more than 8, hour, minute and second.
fn from_digits(digits: &[u8]) -> Result<Moment, NotATime> {
    let moment = read_digits(digits).ok_or(NotATime::Form)?;
    moment.clock().map(|_| moment).ok_or(NotATime::Date)
}

fn read_digits(digits: &[u8]) -> Option<Moment> {
    let number = text::digits(digits)?;
    Some(match digits.len() {
        8 => Moment { digits: number.saturating_mul(DAYS), precision: Precision::Day },
        _ => Moment { digits: number, precision: Precision::Second },
    })
}

/// A time in wire form that has been checked already.
pub fn read_sound_wire(text: &[u8]) -> Option<WireTime> {
    if text == b"OnAccept" { Some(WireTime::OnAccept) } else { read_digits(text).map(WireTime::At) }
}

/// A time in wire form.
pub fn parse_wire(text: &[u8]) -> Result<WireTime, NotATime> {
    match text {
        b"OnAccept" => Ok(WireTime::OnAccept),
        digits if matches!(digits.len(), 8 | 14) => from_digits(digits).map(WireTime::At),
        _ => Err(NotATime::Form),
    }
}

/// A time as people write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// Beijing time, as 8 or 14 digits. Only the form has been checked, so that a rule can still report a wrong date.
    WallClock(Vec<u8>),
    /// A time with an offset, converted to Beijing time.
    Instant(Moment),
}

/// `YYYY-MM-DD` or `YYYY/MM/DD`, with `HH:mm`, `HH:mm:ss` or fractions of a second after a blank or a `T`, and perhaps an
/// offset: `Z`, `+08:00` or `+0800`. Fractions are cut off.
pub fn parse_written(text: &[u8]) -> Result<Written, NotATime> {
    let (date, time) = text.split_at_checked(10).ok_or(NotATime::Form)?;
    let separator = date[4];
    let mut digits = digits_of(date, if separator == b'/' { b"0000/00/00" } else { b"0000-00-00" }).ok_or(NotATime::Form)?;
    if time.is_empty() {
        return Ok(Written::WallClock(digits));
    }
    let time = time.strip_prefix(b" ").or_else(|| time.strip_prefix(b"T")).or_else(|| time.strip_prefix(b"t")).ok_or(NotATime::Form)?;
    let seconds = time.split_at_checked(8).and_then(|(clock, rest)| Some((digits_of(clock, b"00:00:00")?, rest)));
    let (clock, rest) = match seconds {
        Some((clock, rest)) => (clock, without_fraction(rest)?),
        None => {
            let (clock, rest) = time.split_at_checked(5).ok_or(NotATime::Form)?;
            let mut clock = digits_of(clock, b"00:00").ok_or(NotATime::Form)?;
            clock.extend_from_slice(b"00");
            (clock, rest)
        }
    };
    digits.extend_from_slice(&clock);
    if rest.is_empty() {
        return Ok(Written::WallClock(digits));
    }
    let ahead_of_beijing = offset(rest)? - BEIJING;
    let as_if_in_beijing = from_digits(&digits)?.to_epoch_seconds();
    Moment::from_epoch_seconds(as_if_in_beijing - ahead_of_beijing).map(Written::Instant).ok_or(NotATime::Date)
}

/// The digits of a text that matches a pattern.
fn digits_of(text: &[u8], pattern: &[u8]) -> Option<Vec<u8>> {
    let has_form = text.len() == pattern.len()
        && text.iter().zip(pattern).all(|(byte, pattern)| match pattern {
            b'0' => byte.is_ascii_digit(),
            separator => byte == separator,
        });
    has_form.then(|| text.iter().copied().filter(u8::is_ascii_digit).collect())
}

/// RFC 3339 text with an offset, converted to Beijing time. Fractions of a second are cut off.
pub fn parse_rfc3339(text: &[u8]) -> Result<Moment, NotATime> {
    let has_seconds = text.get(4) == Some(&b'-') && text.get(16) == Some(&b':');
    let ends_as_an_offset = matches!(text, [.., b'Z' | b'z'] | [.., b':', _, _]);
    match parse_written(text) {
        Ok(Written::Instant(moment)) if has_seconds && ends_as_an_offset => Ok(moment),
        Err(NotATime::Date) if has_seconds && ends_as_an_offset => Err(NotATime::Date),
        _ => Err(NotATime::Form),
    }
}

fn without_fraction(text: &[u8]) -> Result<&[u8], NotATime> {
    let Some(fraction) = text.strip_prefix(b".") else { return Ok(text) };
    let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 { Err(NotATime::Form) } else { Ok(&fraction[digits..]) }
}

/// In seconds.
fn offset(written: &[u8]) -> Result<i64, NotATime> {
    let (sign, hours, minutes) = match written {
        b"Z" | b"z" => return Ok(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] | [sign @ (b'+' | b'-'), h1, h2, m1, m2] => (sign, [*h1, *h2], [*m1, *m2]),
        _ => return Err(NotATime::Form),
    };
    let two_digits = |digits: &[u8]| text::digits(digits).ok_or(NotATime::Form);
    let (hours, minutes) = (two_digits(&hours)?, two_digits(&minutes)?);
    if hours > 23 || minutes > 59 {
        return Err(NotATime::Date);
    }
    let seconds = hours as i64 * HOUR_IN_SECONDS + minutes as i64 * MINUTE;
    Ok(if *sign == b'-' { -seconds } else { seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        match parse_wire(text.as_bytes()) {
            Ok(WireTime::At(moment)) => moment,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn wire_forms_are_eight_or_fourteen_digits_of_a_real_time() {
        for text in ["20091225", "20240229", "20091225091010", "20091225235959", "00010101"] {
            assert_eq!(moment(text).wire(), text);
        }
        for text in ["20230229", "20091301", "20090010", "20091225240000", "20091225236000", "20091225235960"] {
            assert_eq!(parse_wire(text.as_bytes()), Err(NotATime::Date), "{text}");
        }
        for text in ["", "2009122", "200912250910", "2009-12-25", "onaccept", "２００９１２２５"] {
            assert_eq!(parse_wire(text.as_bytes()), Err(NotATime::Form), "{text}");
        }
    }

    #[test]
    fn instants_are_shown_on_beijings_clock() {
        for (ms, wire) in [
            (1_261_703_410_000.0, "20091225091010"),
            (0.0, "19700101080000"),
            (-1.0, "19700101075959"),
            (1_261_703_410_999.0, "20091225091010"),
        ] {
            let moment = Moment::from_epoch_ms(ms).unwrap();
            assert_eq!(moment.wire(), wire);
            assert_eq!(moment.to_epoch_ms(), (ms / 1000.0).floor() * 1000.0);
        }
        for ms in [f64::NAN, f64::INFINITY, 1e20, -1e20, 8.64e15] {
            assert_eq!(Moment::from_epoch_ms(ms), None, "{ms}");
        }
    }

    #[test]
    fn rfc3339_needs_an_offset_and_a_real_date() {
        for (text, wire) in [
            ("2009-12-25T09:10:10+08:00", "20091225091010"),
            ("2009-12-25T01:10:10Z", "20091225091010"),
            ("2009-12-24T20:10:10.999-05:00", "20091225091010"),
            ("2009-12-26T01:09:10+23:59", "20091225091010"),
        ] {
            assert_eq!(parse_rfc3339(text.as_bytes()).unwrap().wire(), wire, "{text}");
        }
        for text in
            ["2009-12-25T09:10:10", "2009-12-25", "20091225T091010Z", "2009-12-25T09:10:10.Z", "2009-12-25T09:10:10+0800", "now", ""]
        {
            assert_eq!(parse_rfc3339(text.as_bytes()), Err(NotATime::Form), "{text}");
        }
        for text in ["2023-02-29T00:00:00Z", "2009-12-25T24:00:00Z", "2009-12-25T09:10:10+24:00", "2009-12-25T09:10:10+08:60"] {
            assert_eq!(parse_rfc3339(text.as_bytes()), Err(NotATime::Date), "{text}");
        }
    }

    #[test]
    fn a_time_is_shown_with_separators() {
        assert_eq!(moment("20091225091010").shown(), "2009-12-25 09:10:10");
        assert_eq!(moment("20091225").shown(), "2009-12-25");
    }

    #[test]
    fn later_means_by_the_second_or_by_the_day() {
        assert!(moment("20091225091011").is_after(moment("20091225091010")));
        assert!(!moment("20091225091010").is_after(moment("20091225091010")));
        assert!(!moment("20091225").is_after(moment("20091225091010")));
        assert!(moment("20091226").is_after(moment("20091225235959")));
    }
}
