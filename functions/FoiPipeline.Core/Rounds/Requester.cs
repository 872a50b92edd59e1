namespace FoiPipeline.Core.Rounds;

/// <summary>Who asks. Section 8(1)(b) of the Act wants the applicant's name and an address for correspondence in the request itself.</summary>
/// <param name="Name">The real name of the person who signs.</param>
/// <param name="Organisation">The body on whose behalf the request is made.</param>
/// <param name="PostalAddress">Lines of the postal address, given beside the e-mail address.</param>
/// <param name="Email">The mailbox letters are sent from and replies come to, without any token: <c>foi@example.org</c>.</param>
/// <param name="PlusAddressing">Whether the provider delivers <c>foi+token@</c> to <c>foi@</c>. Without it replies are known by reference only.</param>
public sealed record Requester(string Name, string Organisation, IReadOnlyList<string> PostalAddress, string Email, bool PlusAddressing = true);
