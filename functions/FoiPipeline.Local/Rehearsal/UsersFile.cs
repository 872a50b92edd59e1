using System.Security.Cryptography;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>The user's own messages, kept with the rehearsal under the hash of their content.</summary>
internal static class UsersFile
{
    /// <summary>Copies through a temporary name, so that a kill leaves no half message under a whole one's name. Answers the path of the copy.</summary>
    public static string Copy(string file, string folder)
    {
        string hash;
        using (var source = File.OpenRead(file))
        {
            hash = Convert.ToHexStringLower(SHA256.HashData(source));
        }

        var copy = Path.Combine(folder, $"{hash}.eml");
        if (!File.Exists(copy))
        {
            var partial = $"{copy}.part";
            File.Copy(file, partial, overwrite: true);
            File.Move(partial, copy, overwrite: true);
        }

        return copy;
    }
}
