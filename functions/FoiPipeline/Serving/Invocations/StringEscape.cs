namespace FoiPipeline.Serving.Invocations;

/// <summary>One escape of a JSON string (<c>\/</c>, <c>\u002B</c>), taken byte by byte, because a piece may end anywhere in it.</summary>
internal sealed class StringEscape
{
    private const int Closed = -2;
    private const int Beginning = -1;

    // How many hexadecimal digits have come, or one of the two words above.
    private int _digits = Closed;
    private int _value;

    public bool IsOpen => _digits != Closed;

    /// <summary>A backslash has come.</summary>
    public void Open() => _digits = Beginning;

    /// <returns>The byte that is meant, once the escape is complete.</returns>
    /// <exception cref="EnvelopeException">It is no escape, or does not stand for a character that base64 could have.</exception>
    public byte? Take(byte next)
    {
        if (_digits == Beginning)
        {
            if (next == (byte)'u')
            {
                (_digits, _value) = (0, 0);
                return null;
            }

            _digits = Closed;
            return next is (byte)'/' or (byte)'"' ? next : throw NoBase64();
        }

        _value = (_value << 4) | (char.IsAsciiHexDigit((char)next) ? Convert.ToInt32(((char)next).ToString(), 16) : throw NoBase64());
        if (++_digits < 4)
        {
            return null;
        }

        _digits = Closed;
        return _value < 128 ? (byte)_value : throw NoBase64();
    }

    private static EnvelopeException NoBase64() => new("The content of the call is not base64.");
}
