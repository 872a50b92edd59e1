namespace FoiPipeline.Composition;

/// <summary>Who sets a setting.</summary>
internal enum SettingScope
{
    /// <summary>The function app's settings, where it runs in the cloud: <c>infra/main.bicep</c> sets it.</summary>
    App,

    /// <summary>As <see cref="App"/>, but only where somebody asked for what it turns on.</summary>
    AppOptional,

    /// <summary>The user of the command line.</summary>
    Laptop,

    /// <summary>The Functions host or App Service.</summary>
    Platform,
}

/// <param name="Name">Name of the environment variable.</param>
/// <param name="Scope">Who sets it.</param>
/// <param name="Meaning">What it decides, for a person.</param>
internal sealed record AppSetting(string Name, SettingScope Scope, string Meaning);

/// <summary>Every setting the program reads, and the only place that reads one. A test holds the list against the sources and against <c>infra/</c>.</summary>
internal static class AppSettings
{
    public const string Data = "FOI_DATA";
    public const string User = "FOI_USER";
    public const string Store = "FOI_STORE";
    public const string Debug = "FOI_DEBUG";
    public const string Rehearsal = "FoiRehearsal";
    public const string RehearsalSpeed = "FoiRehearsalSpeed";
    public const string HandlerPort = "FUNCTIONS_CUSTOMHANDLER_PORT";
    public const string AuthEnabled = "WEBSITE_AUTH_ENABLED";
    public const string SiteName = "WEBSITE_SITE_NAME";
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IReadOnlyList<AppSetting> All { get; } =
    [
        new("FoiStorage", SettingScope.Laptop, "Connection string of the round's storage account: for the emulator, or with a key. In the cloud the next ones stand instead."),
        new("FoiStorage__accountName", SettingScope.Laptop, "Name of the round's storage account in the public cloud, where an identity opens it."),
        new("FoiStorage__blobServiceUri", SettingScope.App, "Blob endpoint of the round's storage account."),
        new("FoiStorage__queueServiceUri", SettingScope.App, "Queue endpoint of the round's storage account."),
        new("FoiStorage__tableServiceUri", SettingScope.App, "Table endpoint of the round's storage account."),
        new("FoiStorage__credential", SettingScope.App, "'managedidentity' in the cloud. Without it the identity of whoever is signed in is taken ('az login')."),
        new("FoiStorage__clientId", SettingScope.App, "Client id of the user-assigned managed identity."),
        new("SendDueLettersSchedule", SettingScope.App, "When letters that are due are sent (NCRONTAB, UTC)."),
        new("CollectMailSchedule", SettingScope.App, "When mail is collected (NCRONTAB, UTC)."),
        new("KeepWatchSchedule", SettingScope.App, "When what was missed is looked for and measures are taken (NCRONTAB, UTC)."),
        new(Store, SettingScope.App, "Where the round is kept: 'local' (a data folder, the default) or 'azure' (the storage account of FoiStorage)."),
        new(Data, SettingScope.Laptop, "The data folder of the round; default 'foi-data'."),
        new(User, SettingScope.Laptop, "Your name, as the journal shall give it."),
        new(Debug, SettingScope.Laptop, "Set to anything: errors come with their details."),
        new(Rehearsal, SettingScope.AppOptional, "A number: a rehearsal with simulated authorities is played with this seed. Only with a register whose addresses all end in .example."),
        new(RehearsalSpeed, SettingScope.AppOptional, "How many times faster than real time a rehearsal in the cloud goes; default 500, a working week in a quarter of an hour."),
        new(OtlpEndpoint, SettingScope.AppOptional, "Where traces and metrics are sent (OTLP). The other OTEL_ settings of the OpenTelemetry standard are honoured as well."),
        new(HandlerPort, SettingScope.Platform, "The port on which the Functions host expects 'foi serve'."),
        new(AuthEnabled, SettingScope.Platform, "'True' where App Service Authentication stands in front."),
        new(SiteName, SettingScope.Platform, "Set where the program runs in App Service."),
    ];

    /// <summary>The value of a setting; nothing where it is not set or empty.</summary>
    public static string? Get(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
