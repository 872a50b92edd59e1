using System.Security.Cryptography;
using System.Text;

namespace FoiPipeline.Azure.Tables;

/// <summary>An account's name and one of its two keys.</summary>
public sealed class TableSharedKeyCredential
{
    private readonly byte[] _key;

    /// <param name="accountName">The storage account.</param>
    /// <param name="accountKey">Its key in Base64.</param>
    /// <exception cref="FormatException">The key is not Base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountName);
        AccountName = accountName;
        _key = Convert.FromBase64String(accountKey);
    }

    public string AccountName { get; }

    internal string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
