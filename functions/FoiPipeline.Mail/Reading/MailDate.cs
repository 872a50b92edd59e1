using System.Globalization;

namespace FoiPipeline.Mailing.Reading;

/// <summary>
/// Dates as mail systems write them: RFC 5322 with its obsolete forms, ISO 8601, the order of C's asctime. The written offset is kept; an unknown
/// zone counts as UTC, as RFC 5322 section 4.3 says.
/// </summary>
internal static class MailDate
{
    private const int LongestRead = 200;
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>Obsolete zones (RFC 5322 section 4.3) and the names that British and European mail systems use, in hours.</summary>
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0, ["BST"] = 1, ["WEST"] = 1, ["CET"] = 1, ["MET"] = 1, ["CEST"] = 2, ["MEST"] = 2,
        ["EET"] = 2, ["EEST"] = 3, ["AST"] = -4, ["ADT"] = -3, ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6,
        ["PST"] = -8, ["PDT"] = -7,
    };

    public static bool TryParse(string text, out DateTimeOffset date)
    {
        var source = WithoutComments(text.Length > LongestRead ? text[..LongestRead] : text).Trim();
        if (source.Length >= 8 && char.IsAsciiDigit(source[0]) && source[4] == '-' && TryIso(source, out date))
        {
            return true;
        }

        var fields = new Fields();
        foreach (var word in source.Split([' ', '\t', ',', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var piece in WithoutGlue(word))
            {
                fields.Take(piece);
            }
        }

        return fields.TryBuild(out date);
    }

    private static bool TryIso(string text, out DateTimeOffset date) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out date);

    /// <summary>A time with its zone or half of the day written straight after it: <c>16:55+0100</c>, <c>16:55:01GMT</c>, <c>4:55PM</c>.</summary>
    private static IEnumerable<string> WithoutGlue(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !char.IsAsciiDigit(word[0]))
        {
            return [word];
        }

        var end = colon + 1;
        while (end < word.Length && (char.IsAsciiDigit(word[end]) || word[end] is ':' or '.'))
        {
            end++;
        }

        return end == word.Length ? [word] : [word[..end], word[end..]];
    }

    private static string WithoutComments(string text)
    {
        var kept = new char[text.Length];
        var (length, depth) = (0, 0);
        foreach (var c in text)
        {
            depth += c == '(' ? 1 : 0;
            if (depth == 0)
            {
                kept[length++] = c;
            }

            depth -= c == ')' && depth > 0 ? 1 : 0;
        }

        return new string(kept, 0, length);
    }

    private sealed class Fields
    {
        private int _day;
        private int _month;
        private int _year = -1;
        private TimeSpan? _time;
        private TimeSpan? _offset;

        public void Take(string word)
        {
            if (_time is null && TryTime(word, out var time))
            {
                _time = time;
            }
            else if (_time is not null && word is "AM" or "PM" or "am" or "pm")
            {
                TakeHalfOfDay(word[0] is 'P' or 'p');
            }
            else if (TryOffset(word, out var offset))
            {
                _offset ??= offset;
            }
            else if (!TakeHyphenated(word))
            {
                TakeNumberOrMonth(word);
            }
        }

        public bool TryBuild(out DateTimeOffset date)
        {
            date = default;
            if (_month == 0 || _year is < 1 or > 9998 || _day < 1 || _day > DateTime.DaysInMonth(_year, _month))
            {
                return false;
            }

            // An offset no clock on earth shows is a mistake; the written time still tells the day.
            var offset = _offset is { } written && Math.Abs(written.TotalHours) <= 14 ? written : TimeSpan.Zero;
            var local = new DateTime(_year, _month, _day, 0, 0, 0, DateTimeKind.Unspecified) + (_time ?? TimeSpan.Zero);
            if (local.Year < 2)
            {
                return false;
            }

            date = new DateTimeOffset(local, offset);
            return true;
        }

        /// <summary><c>01-Jul-2016</c>.</summary>
        private bool TakeHyphenated(string word)
        {
            var pieces = word.Split('-', 4);
            if (pieces.Length != 3 || MonthOf(pieces[1]) == 0)
            {
                return false;
            }

            foreach (var piece in pieces)
            {
                TakeNumberOrMonth(piece);
            }

            return true;
        }

        private void TakeNumberOrMonth(string word)
        {
            if (int.TryParse(word.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (_day == 0 && number is >= 1 and <= 31 && word.Length <= 2)
                {
                    _day = number;
                }
                else if (_year < 0)
                {
                    _year = FullYear(number, word.Length);
                }
            }
            else if (_month == 0)
            {
                _month = MonthOf(word);
            }
        }

        private void TakeHalfOfDay(bool isAfternoon)
        {
            var hours = _time!.Value.Hours % 12;
            _time = new TimeSpan(hours + (isAfternoon ? 12 : 0), _time.Value.Minutes, _time.Value.Seconds);
        }

        /// <summary>RFC 5322 section 4.3: two digits below 50 are this century, other short years count from 1900.</summary>
        private static int FullYear(int number, int digits) => digits switch
        {
            <= 2 when number < 50 => number + 2000,
            <= 3 => number + 1900,
            _ => number,
        };

        private static int MonthOf(string word)
        {
            var index = word.Length >= 3 ? Months.IndexOf(word[..3].ToLowerInvariant(), StringComparison.Ordinal) : -1;
            return index >= 0 && index % 3 == 0 ? (index / 3) + 1 : 0;
        }

        private static bool TryTime(string word, out TimeSpan time)
        {
            time = default;
            var pieces = word.Split(word.Contains(':', StringComparison.Ordinal) ? ':' : '.');
            if (pieces.Length is < 2 or > 3 || pieces[1].Length != 2
                || !TryNumber(pieces[0], 23, out var hour) || !TryNumber(pieces[1], 59, out var minute))
            {
                return false;
            }

            var second = 0;
            // A leap second, or fractions, which RFC 5322 does not know.
            if (pieces.Length == 3 && !TryNumber(pieces[2].Split('.', 2)[0], 60, out second))
            {
                return false;
            }

            time = new TimeSpan(hour, minute, Math.Min(second, 59));
            return true;
        }

        private static bool TryNumber(string text, int most, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length <= 2 && number <= most;

        /// <summary><c>+0100</c>, <c>+01:00</c>, <c>GMT+1</c>, <c>BST</c>.</summary>
        private static bool TryOffset(string word, out TimeSpan offset)
        {
            offset = default;
            if (Zones.TryGetValue(word, out var hours))
            {
                offset = TimeSpan.FromHours(hours);
                return true;
            }

            var sign = word.IndexOfAny(['+', '-']);
            if (sign < 0 || (sign > 0 && !Zones.ContainsKey(word[..sign])))
            {
                return false;
            }

            var digits = word[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
            if (digits.Length is < 1 or > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            var minutes = digits.Length <= 2 ? number * 60 : (number / 100 * 60) + (number % 100);
            offset = TimeSpan.FromMinutes(word[sign] == '-' ? -minutes : minutes);
            return true;
        }
    }
}
