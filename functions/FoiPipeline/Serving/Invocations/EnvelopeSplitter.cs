using System.Buffers;
using System.Text.Json;

namespace FoiPipeline.Serving.Invocations;

/// <summary>
/// Takes an envelope in pieces of any size and parts it in two: the long base64 string <c>Data.{binding}</c> goes straight through a decoder, and
/// everything else, with an empty string in its place, is kept to be read as JSON. So a blob is never held as text, and whatever is wrong with the
/// JSON is found by a real reader. It does not matter in which order the parts come.
/// </summary>
/// <param name="binding">Name of the trigger's binding.</param>
/// <param name="content">Where the content goes.</param>
internal sealed class EnvelopeSplitter(string binding, Base64Decoder content)
{
    /// <summary>Bound of everything but the content. The host sends about two kilobytes.</summary>
    public const int MostRest = 1 << 20;

    private const int Deepest = 60;

    private static readonly SearchValues<byte> EndsText = SearchValues.Create("\"\\"u8);

    private readonly ArrayBufferWriter<byte> _rest = new();
    private readonly StringEscape _escape = new();
    private readonly string?[] _keys = new string?[3];
    private Place _place = Place.Structure;
    private ulong _objects;
    private int _depth;
    private int _keyStart = -1;
    private bool _keyComes;
    private bool _escaped;

    private enum Place
    {
        Structure,
        Text,
        Content,
    }

    /// <summary>Whether the content has been seen, and seen to its end.</summary>
    public bool HasContent { get; private set; }

    /// <exception cref="EnvelopeException">What came so far cannot become an envelope.</exception>
    public void Feed(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            var taken = _place switch
            {
                Place.Structure => TakeStructure(piece),
                Place.Text => TakeText(piece),
                _ => TakeContent(piece),
            };
            piece = piece[taken..];
        }
    }

    /// <summary>The envelope without its content, once everything has come.</summary>
    /// <exception cref="EnvelopeException">It was cut off.</exception>
    public ReadOnlyMemory<byte> Finish() =>
        _place == Place.Structure && _depth == 0 ? _rest.WrittenMemory : throw new EnvelopeException("The call was cut off.");

    private int TakeStructure(ReadOnlySpan<byte> piece)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            switch (piece[i])
            {
                case (byte)'{':
                    Open(isObject: true);
                    break;
                case (byte)'[':
                    Open(isObject: false);
                    break;
                case (byte)'}' or (byte)']':
                    Close();
                    break;
                case (byte)',':
                    _keyComes = IsObject(_depth);
                    break;
                case (byte)':':
                    _keyComes = false;
                    break;
                case (byte)'"':
                    Keep(piece[..(i + 1)]);
                    BeginString();
                    return i + 1;
            }
        }

        Keep(piece);
        return piece.Length;
    }

    private int TakeText(ReadOnlySpan<byte> piece)
    {
        var taken = 0;
        while (taken < piece.Length)
        {
            if (_escaped)
            {
                _escaped = false;
                taken++;
                continue;
            }

            var stop = piece[taken..].IndexOfAny(EndsText);
            if (stop < 0)
            {
                taken = piece.Length;
                break;
            }

            taken += stop + 1;
            if (piece[taken - 1] == (byte)'"')
            {
                Keep(piece[..taken]);
                EndString();
                return taken;
            }

            _escaped = true;
        }

        Keep(piece);
        return taken;
    }

    private int TakeContent(ReadOnlySpan<byte> piece)
    {
        if (_escape.IsOpen)
        {
            if (_escape.Take(piece[0]) is { } meant)
            {
                content.Write([meant]);
            }

            return 1;
        }

        var stop = piece.IndexOfAny(EndsText);
        if (stop < 0)
        {
            content.Write(piece);
            return piece.Length;
        }

        content.Write(piece[..stop]);
        if (piece[stop] == (byte)'\\')
        {
            _escape.Open();
        }
        else
        {
            content.Complete();
            Keep("\""u8);
            HasContent = true;
            _place = Place.Structure;
        }

        return stop + 1;
    }

    private void BeginString()
    {
        var isContent = !_keyComes && _depth == 2 && IsObject(1) && IsObject(2) && _keys[1] == "Data" && _keys[2] == binding;
        if (isContent && HasContent)
        {
            throw new EnvelopeException("The call has its content twice.");
        }

        _keyStart = _keyComes && _depth <= 2 ? _rest.WrittenCount - 1 : -1;
        _place = isContent ? Place.Content : Place.Text;
    }

    private void EndString()
    {
        _place = Place.Structure;
        if (_keyStart >= 0)
        {
            _keys[_depth] = Unescape(_rest.WrittenSpan[_keyStart..]);
        }
    }

    private void Open(bool isObject)
    {
        if (++_depth > Deepest)
        {
            throw new EnvelopeException($"The call is nested deeper than {Deepest} levels.");
        }

        _objects = isObject ? _objects | (1UL << _depth) : _objects & ~(1UL << _depth);
        _keyComes = isObject;
        if (_depth <= 2)
        {
            _keys[_depth] = null;
        }
    }

    private void Close()
    {
        if (--_depth < 0)
        {
            throw new EnvelopeException("The call is no JSON: something is closed that was never opened.");
        }

        _keyComes = false;
    }

    private bool IsObject(int depth) => (_objects & (1UL << depth)) != 0;

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_rest.WrittenCount + bytes.Length > MostRest)
        {
            throw new EnvelopeException($"The call has more than {MostRest} bytes beside its content.");
        }

        _rest.Write(bytes);
    }

    private static string? Unescape(ReadOnlySpan<byte> quoted)
    {
        try
        {
            var reader = new Utf8JsonReader(quoted);
            reader.Read();
            return reader.GetString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new EnvelopeException("The call is no JSON.", e);
        }
    }
}
