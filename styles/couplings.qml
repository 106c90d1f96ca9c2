<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="categorizedSymbol" attr="reason" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category value="carried" type="string" symbol="0" label="Carried: the theme rides along" render="true"/>
      <category value="outside_horizon" type="string" symbol="1" label="Right place, wrong year: outside the horizon of the theme" render="true"/>
      <category value="no_data" type="string" symbol="2" label="Perhaps: too little is known of the theme here" render="true"/>
      <category value="too_little" type="string" symbol="3" label="Too little: the theme asks too small a share of the ground" render="true"/>
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="0,158,115,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="0,158,115,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="204,121,167,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="204,121,167,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="240,240,240,255"/><Option type="QString" name="style" value="b_diagonal"/><Option type="QString" name="outline_color" value="120,120,120,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.4"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="200,200,200,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="200,200,200,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.5"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
