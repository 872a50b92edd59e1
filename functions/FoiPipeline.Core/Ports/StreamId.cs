namespace FoiPipeline.Core.Ports;

/// <summary>The name of one append-only stream of a round: <c>request/02N</c>, <c>mail/5f3a…</c>. At most 200 characters of a-z, A-Z, 0-9, '-', '_', '.' and '/'.</summary>
public readonly record struct StreamId(string Value)
{
    public override string ToString() => Value;
}
