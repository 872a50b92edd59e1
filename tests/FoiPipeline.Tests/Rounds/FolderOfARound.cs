using System.Text;
using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Tests.Rounds;

/// <summary>A round's folder on disk that is right in every respect, to be spoilt by a test.</summary>
internal sealed class FolderOfARound : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("foi-round-");

    public FolderOfARound() => Yaml(Settings).Csv(Register).Letter(LetterText);

    public const string Settings = """
        name: Social value 2016
        reference: SV16
        subject: "Freedom of Information request: social value"
        requester:
          name: Eleanor Marsh
          organisation: Research Team
          address: [4 Almoner's Yard, London EC1X 9ZZ]
          email: foi@research.example
        questions:
          1: Is there a policy?
          2: How many tenders were there?
        letters:
          initial: letters/initial.txt
        sending:
          first-day: 2016-07-13
          last-day: 2016-07-15
          opens: 09:00
          closes: 17:00
        time-zone: Europe/London

        """;

    public const string Register = """
        code,name,address,region
        02N,"NHS Airedale, Wharfedale and Craven CCG",foi@airedale.example,North
        09C,NHS Ashford CCG,foi@ashford.example,South
        10Y,NHS Aylesbury Vale CCG,foi@aylesbury.example,South

        """;

    public const string LetterText = """
        To {{authority.name}} ({{authority.region}})

        {{questions}}

        {{requester.name}}, {{requester.email}}, our reference {{reference}}

        """;

    public string Path => _folder.FullName;

    public FolderOfARound Yaml(string text) => Write("round.yaml", Encoding.UTF8.GetBytes(text));

    public FolderOfARound Yaml(string from, string to)
    {
        Settings.ShouldContain(from);
        return Yaml(Settings.Replace(from, to, StringComparison.Ordinal));
    }

    public FolderOfARound Csv(string text) => Write("authorities.csv", Encoding.UTF8.GetBytes(text));

    public FolderOfARound Letter(string text) => Write("letters/initial.txt", Encoding.UTF8.GetBytes(text));

    public FolderOfARound Write(string file, byte[] bytes)
    {
        var path = System.IO.Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public FolderOfARound Without(string file)
    {
        File.Delete(System.IO.Path.Combine(_folder.FullName, file));
        return this;
    }

    public RoundReading Read() => RoundFolder.Read(Path);

    /// <summary>The one fault there is.</summary>
    public Fault Fault() => Read().Faults.ShouldHaveSingleItem();

    public void Dispose() => _folder.Delete(recursive: true);
}
