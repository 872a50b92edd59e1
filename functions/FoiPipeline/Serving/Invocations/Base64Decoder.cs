using System.Buffers;
using System.Buffers.Text;

namespace FoiPipeline.Serving.Invocations;

/// <summary>Decodes base64 that comes in pieces of any size into a stream, holding no more than one piece. Strict: padded, nothing after the padding.</summary>
internal sealed class Base64Decoder(Stream to)
{
    private const int BlockText = 64 * 1024;

    private readonly byte[] _block = new byte[BlockText / 4 * 3];
    private readonly byte[] _four = new byte[4];
    private int _held;
    private bool _ended;
    private long _characters;
    private int _quotes;

    /// <summary>
    /// All that came was the word <c>null</c>. It may mean that nothing was sent, or be the base64 of three bytes: whoever reads must look elsewhere.
    /// </summary>
    public bool IsNullWord { get; private set; }

    /// <exception cref="EnvelopeException">It is not base64.</exception>
    public void Write(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'"'])
        {
            Quote();
            return;
        }

        _characters += text.Length;
        while (_held > 0 && !text.IsEmpty)
        {
            Hold(text[0]);
            text = text[1..];
        }

        var whole = text.Length & ~3;
        for (var at = 0; at < whole; at += BlockText)
        {
            Decode(text[at..Math.Min(at + BlockText, whole)]);
        }

        foreach (var rest in text[whole..])
        {
            Hold(rest);
        }
    }

    /// <summary>Nothing more comes.</summary>
    /// <exception cref="EnvelopeException">It is not base64, or was cut off.</exception>
    public void Complete()
    {
        if (_held != 0 || _quotes == 1)
        {
            throw NoBase64();
        }

        IsNullWord = _characters == 4 && _four.AsSpan().SequenceEqual("null"u8);
    }

    // A string that was encoded twice, as the host does with other values, has quotes of its own at both ends.
    private void Quote()
    {
        _quotes++;
        if (_quotes > 2 || (_quotes == 1 && _characters > 0))
        {
            throw NoBase64();
        }

        _ended = _quotes == 2;
    }

    private void Hold(byte next)
    {
        _four[_held++] = next;
        if (_held == 4)
        {
            _held = 0;
            Decode(_four);
        }
    }

    private void Decode(ReadOnlySpan<byte> text)
    {
        if (_ended || Base64.DecodeFromUtf8(text, _block, out var consumed, out var written) != OperationStatus.Done || consumed != text.Length)
        {
            throw NoBase64();
        }

        if (text.Length == 4)
        {
            text.CopyTo(_four);
        }

        _ended = text[^1] == (byte)'=';
        to.Write(_block, 0, written);
    }

    private static EnvelopeException NoBase64() => new("The content of the call is not base64.");
}
