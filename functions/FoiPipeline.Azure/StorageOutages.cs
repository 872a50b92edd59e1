using System.Security.Authentication;
using Azure;
using Azure.Identity;

namespace FoiPipeline.Azure;

/// <summary>What it means that no answer came: who was not reached, and why.</summary>
internal static class StorageOutages
{
    /// <summary>What the service answered to the last attempt, if it answered.</summary>
    public static RequestFailedException? Answer(Exception fault) => fault switch
    {
        RequestFailedException { Status: > 0 } answer => answer,
        AggregateException several => Answer(several.InnerExceptions[^1]),
        _ => null,
    };

    public static (string What, string Remedy) Explain(Exception fault)
    {
        var causes = Causes(fault).ToList();
        if (causes.Exists(c => c is CredentialUnavailableException))
        {
            return ("was not asked, because nobody is signed in here",
                $"on a laptop run `az login`; in the cloud set {StorageSettings.CredentialKind} to managedidentity and {StorageSettings.ClientId} to the identity's client id");
        }

        if (causes.Exists(c => c is AuthenticationFailedException))
        {
            return ("was not asked, because the sign-in failed",
                $"on a laptop run `az login` again; in the cloud check that {StorageSettings.ClientId} is the client id of an identity that is assigned to this app");
        }

        var http = causes.OfType<HttpRequestException>().FirstOrDefault()?.HttpRequestError ?? HttpRequestError.Unknown;
        return http switch
        {
            HttpRequestError.NameResolutionError => ("is not known under its address", $"check the name in {StorageSettings.AccountName} or {StorageSettings.Connection}, and this machine's network"),
            HttpRequestError.SecureConnectionError => Untrusted,
            _ when causes.Exists(c => c is AuthenticationException) => Untrusted,
            HttpRequestError.ConnectionError => ("cannot be reached", "check this machine's network and, for an emulator, that it is running"),
            _ when causes.Exists(c => c is OperationCanceledException) => ("does not answer", "it was asked several times; check this machine's network, and try again later"),
            _ => ("broke off the connection", "it was tried several times; check this machine's network, and try again later"),
        };
    }

    private static (string What, string Remedy) Untrusted => ("cannot prove who it is", "no trusted certificate was shown: check the address, and whether something stands between this machine and Azure");

    private static IEnumerable<Exception> Causes(Exception fault)
    {
        for (Exception? cause = fault is AggregateException several ? several.InnerExceptions[^1] : fault; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
