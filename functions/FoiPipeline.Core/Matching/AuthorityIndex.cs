using System.Diagnostics.CodeAnalysis;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>
/// A frozen round's register, built once and then only read (safe for many threads): authorities by id, by exact FOI address and by name. Every
/// look-up is by hash and costs the same for 209 authorities as for 45,000.
/// </summary>
public sealed class AuthorityIndex
{
    private readonly Dictionary<AuthorityId, Authority> _byId;
    private readonly Dictionary<string, List<AuthorityId>> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuthorityId?> _ownerOfDomain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AuthorityId>> _byLooks = new(StringComparer.Ordinal);
    private readonly NameIndex _names;
    private readonly int _shortestId;
    private readonly int _longestId;
    private readonly bool _idsHaveDigits;

    public AuthorityIndex(Round round)
    {
        (Prefix, Mailbox) = (round.ReferencePrefix, round.Requester.Email.Trim());
        _byId = new Dictionary<AuthorityId, Authority>(round.Authorities.Count);
        foreach (var authority in round.Authorities)
        {
            if (_byId.TryAdd(authority.Id, authority))
            {
                AddAddress(authority);
                Add(_byLooks, Looks(authority.Id.Value), authority.Id);
            }
        }

        _names = new NameIndex(round.Authorities);
        Topic = new RoundTopic(round);
        _shortestId = _byId.Count == 0 ? 0 : _byId.Keys.Min(id => id.Value.Length);
        _longestId = _byId.Count == 0 ? 0 : _byId.Keys.Max(id => id.Value.Length);
        _idsHaveDigits = _byId.Keys.All(id => id.Value.Any(char.IsAsciiDigit));
    }

    /// <summary>What starts every reference of the round.</summary>
    public string Prefix { get; }

    /// <summary>Our own mailbox, without a token.</summary>
    public string Mailbox { get; }

    internal RoundTopic Topic { get; }

    public bool Contains(AuthorityId id) => _byId.ContainsKey(id);

    public bool TryFind(AuthorityId id, [NotNullWhen(true)] out Authority? authority) => _byId.TryGetValue(id, out authority);

    /// <summary>The authorities whose FOI address on the register this is; more than one proves nothing.</summary>
    public IReadOnlyList<AuthorityId> ByAddress(string? address) =>
        MatchKeys.Sender(address) is { } key && _byAddress.TryGetValue(key, out var found) ? found : [];

    /// <summary>The names of authorities in a text, in its order.</summary>
    public NameScan FindNames(string text) => _names.Find(text);

    /// <summary>An authority as a sentence names it: <c>NHS Ashford CCG (09C)</c>.</summary>
    public string Describe(AuthorityId id) => _byId.TryGetValue(id, out var authority) ? $"{authority.Name} ({id})" : id.Value;

    /// <summary>Authorities as a sentence lists them, the first five of them.</summary>
    internal string List(IEnumerable<AuthorityId> ids)
    {
        const int Most = 5;
        var all = ids.ToList();
        var named = string.Join(", ", all.Take(Most).Select(Describe));
        return all.Count > Most ? $"{named} and {all.Count - Most} more" : named;
    }

    /// <summary>Whether the domain of an address is used by this authority and by no other on the register. A hint beside others, never proof.</summary>
    internal bool OwnsDomainOf(string address, AuthorityId id) =>
        _ownerOfDomain.TryGetValue(DomainOf(address), out var owner) && owner == id;

    /// <summary>The one authority on the register that uses the domain of an address; nothing for domains that several share and for strange ones.</summary>
    internal AuthorityId? OwnerOfDomain(string? address) =>
        MatchKeys.Sender(address) is { } key && _ownerOfDomain.TryGetValue(DomainOf(key), out var owner) ? owner : null;

    /// <summary>Whether a code that is not on the register has the shape of those that are.</summary>
    internal bool LooksLikeAnId(string code) =>
        code.Length >= _shortestId && code.Length <= _longestId && (!_idsHaveDigits || code.Any(char.IsAsciiDigit));

    /// <summary>Authorities whose code looks like this one to a person who retypes it: O for 0, I for 1, S for 5 ...</summary>
    internal IReadOnlyList<AuthorityId> LookingLike(string code) => _byLooks.TryGetValue(Looks(code), out var found) ? found : [];

    private void AddAddress(Authority authority)
    {
        if (MatchKeys.Sender(authority.FoiAddress) is { } key)
        {
            Add(_byAddress, key, authority.Id);
            var domain = DomainOf(key);
            _ownerOfDomain[domain] = _ownerOfDomain.TryGetValue(domain, out var owner) && owner != authority.Id ? null : authority.Id;
        }
    }

    private static void Add(Dictionary<string, List<AuthorityId>> lists, string key, AuthorityId id)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(id);
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    private static string Looks(string code) => string.Create(code.Length, code, static (looks, text) =>
    {
        for (var i = 0; i < looks.Length; i++)
        {
            looks[i] = char.ToUpperInvariant(text[i]) switch { 'O' or 'Q' => '0', 'I' or 'L' => '1', 'Z' => '2', 'S' => '5', 'B' => '8', var c => c };
        }
    });
}
