using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// Where the answer to a request shall go: <c>foi+sv16-02n-k7q2@example.org</c>, or the plain mailbox where the provider knows no plus addressing.
/// </summary>
public static class ReplyAddress
{
    public static string For(Requester requester, Reference reference)
    {
        var at = requester.Email.LastIndexOf('@');
        return requester.PlusAddressing ? $"{requester.Email[..at]}+{ReplyToken.For(reference)}{requester.Email[at..]}" : requester.Email;
    }
}
