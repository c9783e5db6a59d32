/** Import directions of the rooms; docs/architecture.md draws them. */
const inRoom = (room) => `^src/${room}/`;
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^src/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core has no I/O, no clock, no randomness and no packages',
      from: { path: inRoom('core') },
      to: { pathNot: inRoom('core') },
    },
    only('content-sees-core', inRoom('content'), '^src/(content|core)/'),
    only('store-sees-core', inRoom('store'), '^src/(store|core)/'),
    only('ops-sees-core', inRoom('ops'), '^src/(ops|core)/|^src/config\\.ts$'),
    only('http-sees-core', inRoom('http'), '^src/(http|core|ops)/|^src/config\\.ts$'),
    only('presentation-sees-core', inRoom('presentation'), '^src/(presentation|core)/'),
    only('browser-sees-core', inRoom('browser'), '^src/(browser|core)/'),
    only('embedded-mongo-stands-alone', inRoom('embedded-mongo'), '^src/embedded-mongo/'),
    {
      name: 'features-do-not-meet',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    only(
      'features-see-the-inner-rooms',
      inRoom('features'),
      '^src/(features|core|store|presentation|http|ops|content)/|^src/deps\\.ts$',
    ),
    {
      name: 'keys-stay-with-scoring',
      severity: 'error',
      comment:
        'a page cannot leak a key that its feature cannot import; rater-training shows a rater the levels of what they practised on, after their own',
      from: {
        path: '^src/(features|http|ops|presentation|browser)/',
        pathNot: '^src/features/(scoring|expert-panel|assessment-quality|assessment-catalog|rater-training)/',
      },
      to: {
        path: '^src/(content/(keyed-forms|calibration-responses|authored-calibration)|store/(key-version|calibration-set|panel-expert)-store)',
      },
    },
    {
      name: 'only-store-knows-mongoose',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store/|main\\.ts$|commands/)' },
      to: { path: 'node_modules/mongoose' },
    },
    {
      name: 'app-sees-doors',
      severity: 'error',
      from: { path: '^src/app\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(http/|features/[^/]+/routes\\.ts$|deps\\.ts$|config\\.ts$|ops/)' },
    },
    { name: 'nothing-imports-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
